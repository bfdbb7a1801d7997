import { compile } from "html-to-text";

const HTML_CHARS_MAX = 2_000_000;

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

/** The words of an HTML mail, a line a paragraph; what it quotes has `>` before it. */
export function textOfHtml(html: string): string {
  return convert(html).replaceAll("\u00a0", " ");
}
