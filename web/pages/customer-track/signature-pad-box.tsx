import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import SignaturePad from "signature_pad";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { useWords } from "../../words/language.ts";
import { wordsOfTrack } from "./words.ts";

/** The signature as a picture; null while there is none. `written`: the name in place of a drawn one. */
export type Drawn = { picture: () => Promise<Blob | null>; written: (name: string) => Promise<Blob | null> };

const HEIGHT_PX = 180;
const INK = "#10201a";

/** A box to sign in with a finger: dark on white in every theme, since the picture is kept. */
export function SignaturePadBox({ ref }: { ref: Ref<Drawn> }) {
  const words = useWords(wordsOfTrack);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    sharpen(element);
    const made = new SignaturePad(element, { backgroundColor: "#fff", penColor: INK });
    pad.current = made;
    return () => made.off();
  }, []);
  useImperativeHandle(ref, () => ({
    picture: async () => (pad.current?.isEmpty() === false && canvas.current ? pictureOf(canvas.current) : null),
    written: async (name) => (canvas.current && name !== "" ? writtenOn(canvas.current, name) : null),
  }));
  return (
    <div>
      <p className="font-medium" id="sign-here">
        {words.signHere}
      </p>
      <canvas
        ref={canvas}
        role="img"
        aria-labelledby="sign-here"
        style={{ height: HEIGHT_PX }}
        className="w-full touch-none rounded-lg border-2 border-edge bg-white"
      />
      <BigButton look="link" className="px-2" onClick={() => pad.current?.clear()}>
        {words.clear}
      </BigButton>
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

function writtenOn(canvas: HTMLCanvasElement, name: string): Promise<Blob | null> {
  const sheet = document.createElement("canvas");
  sheet.width = Math.max(canvas.width, 600);
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
