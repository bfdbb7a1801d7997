/** Without tones and without capitals, as people type in a hurry: `Đặng Thu` and `dang thu` are the same. */
export function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[đĐ]/g, "d").toLowerCase();
}
