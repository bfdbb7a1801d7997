import { z } from "zod";

/** WCAG 2.2, 1.4.3: what letters of ordinary size need against what is behind them. */
const CONTRAST_MIN = 4.5;

/** A colour dark enough for white letters, as `#0b6b5e`. */
export const colourSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, "a colour, as #0b6b5e")
  .refine((colour) => contrastWithWhite(colour) >= CONTRAST_MIN, "too light for white letters");

function contrastWithWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

/** Relative luminance of one part of sRGB, 0 to 1. */
function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
