import { crc32, deflateSync } from "node:zlib";

type Shade = (x: number, y: number) => readonly number[];

/** A letter as a scanner sees it, as PNG: a head, written lines, a signature and a stamp. `seed`: which letter. */
export function scannedLetter(seed: number): Buffer {
  const [width, height] = [496, 702];
  const lines = Array.from({ length: 11 + (seed % 4) }, (_none, line) => ({
    y: 190 + line * 27,
    from: line % 4 === 0 ? 92 : 64,
    to: 436 - (((seed + line) * 53) % (line % 4 === 3 ? 210 : 24)),
  }));
  return png(width, height, (x, y) => {
    const paper = 246 + ((x * 7 + y * 13) % 5);
    const head = y > 62 && y < 67 && x > 150 && x < 346;
    const title = y > 108 && y < 116 && x > 120 && x < 376 && (x >> 3) % 6 !== 5;
    const fromCentre = Math.hypot(x - 352, y - 592);
    const stamp = (fromCentre > 48 && fromCentre < 51) || (fromCentre > 36 && fromCentre < 37.5);
    if (stamp) return [196, 62, 60];
    const signature = Math.abs(y - 590 - 22 * Math.sin(x / 9 + seed)) < 1.6 && x > 290 && x < 396;
    if (signature) return [38, 52, 128];
    const line = lines.find((each) => Math.abs(y - each.y) < 6);
    const written =
      line !== undefined &&
      x > line.from &&
      x < line.to &&
      (x + seed * line.y) % 41 > 7 &&
      Math.abs(y - line.y - 4 * Math.sin(x / (2.1 + (((x + line.y * 7) >> 5) % 3)) + line.y)) < 1.3;
    const shade = head || title || written ? 52 : paper;
    return [shade, shade, shade];
  });
}

/** A modem on a table in a dim room, one of its lights red, as PNG. */
export function modemPhoto(): Buffer {
  return png(480, 360, (x, y) => {
    const noise = (x * 31 + y * 17) % 6;
    const isBox = x > 96 && x < 384 && y > 150 && y < 236;
    if (isBox) {
      for (let light = 0; light < 5; light += 1) {
        const distance = Math.hypot(x - 160 - light * 40, y - 196);
        if (distance < 7) return light === 2 ? [240, 52, 40] : [86, 214, 96];
        if (light === 2 && distance < 16) return [120 - distance * 3, 40, 38];
      }
      return y < 160 ? [74, 76, 82] : [44 + noise, 46 + noise, 52 + noise];
    }
    if (y > 236) return [116 - (y - 236) / 3 + noise, 84 - (y - 236) / 4 + noise, 58 + noise];
    return [150 - y / 3 + noise, 146 - y / 3 + noise, 136 - y / 3 + noise];
  });
}

/** A picture of so many red, green and blue points, 0 to 255 each. */
function png(width: number, height: number, shade: Shade): Buffer {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      shade(x, y).forEach((value, part) => (rows[y * (1 + 3 * width) + 1 + 3 * x + part] = Math.max(0, value)));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits each, in colour.
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", head), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
