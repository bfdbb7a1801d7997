import { crc32, deflateSync } from "node:zlib";
import { encode } from "uqr";

/** A picture as Word takes it; sides in pixels of 1/96 inch. */
export type Picture = { type: "png" | "jpg"; data: Buffer; width: number; height: number };

const SIGNATURE_PX = { width: 190, height: 75 };
/** 24 mm, which any telephone reads from the page. */
const QR_PX = 91;
const DOTS_PER_MODULE = 6;

/** The QR code of an address. */
export function qrPicture(address: string): Picture {
  const { data, size } = encode(address, { ecc: "M", border: 2 });
  const side = size * DOTS_PER_MODULE;
  const isDark = (x: number, y: number) =>
    data[Math.floor(y / DOTS_PER_MODULE)]?.[Math.floor(x / DOTS_PER_MODULE)] === true;
  return { type: "png", data: greyPng(side, (x, y) => !isDark(x, y)), width: QR_PX, height: QR_PX };
}

/** A picture of a signature, as large as it may stand above a name. Undefined where its size cannot be read. */
export function signaturePicture(picture: { type: "image/png" | "image/jpeg"; base64: string }): Picture | undefined {
  const data = Buffer.from(picture.base64, "base64");
  const sides = picture.type === "image/png" ? sidesOfPng(data) : sidesOfJpeg(data);
  if (!sides || sides.width === 0 || sides.height === 0) return undefined;
  const share = Math.min(SIGNATURE_PX.width / sides.width, SIGNATURE_PX.height / sides.height);
  return {
    type: picture.type === "image/png" ? "png" : "jpg",
    data,
    width: Math.max(1, Math.round(sides.width * share)),
    height: Math.max(1, Math.round(sides.height * share)),
  };
}

/** One bit a dot. */
function greyPng(side: number, isWhite: (x: number, y: number) => boolean): Buffer {
  const rowBytes = 1 + Math.ceil(side / 8);
  const dots = Buffer.alloc(rowBytes * side);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (isWhite(x, y)) {
        const place = y * rowBytes + 1 + (x >> 3);
        dots[place] = (dots[place] ?? 0) | (0x80 >> (x & 7));
      }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.writeUInt8(1, 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(dots)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

type Sides = { width: number; height: number };

function sidesOfPng(data: Buffer): Sides | undefined {
  if (data.length < 24 || data.readUInt32BE(0) !== 0x89504e47) return undefined;
  return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
}

/** From the first frame header; a segment's length leads to the next, so it ends with the data. */
function sidesOfJpeg(data: Buffer): Sides | undefined {
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) return undefined;
  let place = 2;
  while (place + 9 <= data.length && data[place] === 0xff) {
    const marker = data[place + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: data.readUInt16BE(place + 5), width: data.readUInt16BE(place + 7) };
    place += 2 + data.readUInt16BE(place + 2);
  }
  return undefined;
}
