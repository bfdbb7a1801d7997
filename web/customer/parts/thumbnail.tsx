import { useEffect, useRef } from "react";

/** A small picture of a photo that has not left the browser yet. */
export function Thumbnail({ blob }: { blob: Blob }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(blob);
    if (image.current) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [blob]);
  return <img ref={image} alt="" className="size-14 shrink-0 rounded-md bg-sunken object-cover" />;
}
