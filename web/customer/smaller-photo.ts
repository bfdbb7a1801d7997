/** A photo of today's telephones has up to 12 MB, four minutes on a slow line. Letters on a bill stay legible at this size. */
const SIDE_PX_MAX = 2560;
const BYTES_LEFT_ALONE = 1_000_000;
const QUALITY = 0.8;
const shrinkable: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);

/** A large photo, smaller and without the place where it was taken; anything else, and what cannot be read here, as it is. */
export async function smallerPhoto(file: File): Promise<{ name: string; blob: Blob }> {
  const asItIs = { name: file.name, blob: file };
  if (file.size <= BYTES_LEFT_ALONE || !shrinkable.has(file.type)) return asItIs;
  try {
    const blob = await drawn(await createImageBitmap(file));
    return blob === null || blob.size >= file.size ? asItIs : { name: jpegName(file.name), blob };
  } catch {
    return asItIs;
  }
}

function drawn(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, SIDE_PX_MAX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext("2d");
  if (context === null) return Promise.resolve(null);
  // What is transparent becomes paper, not ink.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

function jpegName(name: string): string {
  return /\.jpe?g$/i.test(name) ? name : `${name.replace(/\.[^.]*$/, "")}.jpg`;
}
