import { useEffect, useEffectEvent, useId, useImperativeHandle, useRef, type Ref } from "react";
import SignaturePad from "signature_pad";
import { Button } from "./button.tsx";

/** The signature as a picture; null while there is none. `written`: the name in place of a drawn one. */
export type Drawn = { picture: () => Promise<Blob | null>; written: (name: string) => Promise<Blob | null> };

const HEIGHT_PX = 180;
const WRITTEN_WIDTH_PX = 600;
const INK = "#10201a";

type SignaturePadProps = {
  ref: Ref<Drawn>;
  label: string;
  clear: string;
  /** A picture that was drawn before, such as before a reload. */
  start?: string | undefined;
  onBegin?: () => void;
  /** A stroke has ended, or all of them were taken away. */
  onEnd?: () => void;
};

/** A box to sign in with a finger or the mouse: dark on white in every theme, since the picture is kept. */
export function SignaturePadBox({ ref, label, clear, start, onBegin, onEnd }: SignaturePadProps) {
  const labelId = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const begun = useEffectEvent(() => onBegin?.());
  const ended = useEffectEvent(() => onEnd?.());
  const drawAgain = useEffectEvent((made: SignaturePad) => {
    if (start) void made.fromDataURL(start);
  });
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    sharpen(element);
    const made = new SignaturePad(element, { backgroundColor: "#fff", penColor: INK });
    pad.current = made;
    drawAgain(made);
    made.addEventListener("beginStroke", () => begun());
    made.addEventListener("endStroke", () => ended());
    return () => made.off();
  }, []);
  useImperativeHandle(ref, () => ({
    picture: async () => (pad.current?.isEmpty() === false && canvas.current ? pictureOf(canvas.current) : null),
    written: writtenSignature,
  }));
  return (
    <div>
      <p className="font-medium" id={labelId}>
        {label}
      </p>
      <canvas
        ref={canvas}
        role="img"
        aria-labelledby={labelId}
        style={{ height: HEIGHT_PX }}
        className="w-full touch-none rounded-lg border-2 border-edge bg-white"
      />
      <Button
        look="quiet"
        className="min-h-11"
        onClick={() => {
          pad.current?.clear();
          onEnd?.();
        }}
      >
        {clear}
      </Button>
    </div>
  );
}

/** As many points as the screen has, so that lines are not blurred. */
function sharpen(canvas: HTMLCanvasElement): void {
  const ratio = Math.max(devicePixelRatio, 1);
  canvas.width = canvas.offsetWidth * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  canvas.getContext("2d")?.scale(ratio, ratio);
}

/** The name in place of a drawn signature; null: there is no name. */
export function writtenSignature(name: string): Promise<Blob | null> {
  if (name === "") return Promise.resolve(null);
  const sheet = document.createElement("canvas");
  sheet.width = WRITTEN_WIDTH_PX;
  sheet.height = HEIGHT_PX;
  const pen = sheet.getContext("2d");
  if (!pen) return Promise.resolve(null);
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = INK;
  pen.font = "italic 40px 'Be Vietnam Pro', sans-serif";
  pen.fillText(name, 20, HEIGHT_PX / 2, sheet.width - 40);
  return pictureOf(sheet);
}

function pictureOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
