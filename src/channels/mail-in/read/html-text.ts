import { compile } from "html-to-text";

const HTML_CHARS_MAX = 2_000_000;
/** Tags within tags cost their number squared. */
const TAGS_MAX = 20_000;

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: HTML_CHARS_MAX, maxDepth: 200, ellipsis: " … " },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "title", format: "skip" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "ul", options: { itemPrefix: "- " } },
    { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 2 } },
  ],
});

/** As much of it as is read. */
export function boundedHtml(html: string): string {
  let at = -1;
  for (let tags = 0; tags <= TAGS_MAX; tags += 1) {
    at = html.indexOf("<", at + 1);
    if (at < 0) return html.slice(0, HTML_CHARS_MAX);
  }
  return html.slice(0, Math.min(at, HTML_CHARS_MAX));
}

/** The words of an HTML mail, a line a paragraph; what it quotes has `>` before it. */
export function textOfHtml(html: string): string {
  return convert(html).replaceAll("\u00a0", " ");
}
