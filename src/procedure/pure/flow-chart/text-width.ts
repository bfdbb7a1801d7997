/** Widths of letters in parts of the font's size: rather too wide than too narrow, since another font may stand in. */
const NARROW = 0.34;
const ORDINARY = 0.6;
const CAPITAL = 0.74;
const WIDE = 0.92;

/** About how wide a line is, in pixels. */
export function widthOf(text: string, fontSize: number): number {
  let parts = 0;
  // The marks above and below a letter take no room.
  for (const letter of text.normalize("NFD").replaceAll(/\p{M}/gu, "")) parts += widthOfLetter(letter);
  return parts * fontSize;
}

/** Breaks a text between words into lines of at most this width; a word that is wider stands on a line of its own, cut where it must be. */
export function wrap(text: string, { width, fontSize }: { width: number; fontSize: number }): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, { width, fontSize }))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

function pieces(word: string, { width, fontSize }: { width: number; fontSize: number }): string[] {
  const found: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && widthOf(piece + letter, fontSize) > width) {
      found.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return piece === "" ? found : [...found, piece];
}

function widthOfLetter(letter: string): number {
  if (/[\s.,;:'’!|()[\]iljtfrI-]/.test(letter)) return NARROW;
  if (/[mwMW@%→↺…—–]/.test(letter)) return WIDE;
  return /\p{Lu}/u.test(letter) ? CAPITAL : ORDINARY;
}
