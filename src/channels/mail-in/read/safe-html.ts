import sanitizeHtml from "sanitize-html";
import { withoutControls } from "./plain-text.ts";
import { menderFor } from "./legacy-letters.ts";

export type SafeHtml = {
  html: string;
  isImageBlocked: boolean;
  isActiveRemoved: boolean;
  /** Pictures that stood in the HTML itself, now shown by their contentId. */
  pictures: { contentId: string; content: Buffer }[];
};

const HTML_CHARS_MAX = 2_000_000;
const PICTURES_MAX = 20;
const ACTIVE =
  /<(?:script|form|iframe|object|embed|applet|input|button|base|link|meta\s+http-equiv)\b|[\s"'/]on[a-z]{3,20}\s{0,3}=|(?:java|vb)script:/i;

const TAGS =
  "a b blockquote br caption center code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre s small span strike strong sub sup table tbody td tfoot th thead tr tt u ul";

/** Whose words stand in place of a picture that would have told its sender who reads. */
const BLOCKED = "[ảnh từ xa đã chặn]";

/**
 * HTML that loads nothing and runs nothing: pictures only those that came with the mail, links with where they lead.
 *
 * @param ownIds contentIds of the mail's own pictures
 */
export function safeHtml(html: string, ownIds: ReadonlySet<string>): SafeHtml {
  const pictures: SafeHtml["pictures"] = [];
  let isImageBlocked = false;
  const pictureShown = (_tag: string, attributes: Record<string, string>) => {
    const source = attributes["src"]?.trim() ?? "";
    const alt = (attributes["alt"] ?? "").slice(0, 200);
    const ownId = ownPicture(source, ownIds) ?? pictureWithin(source, pictures);
    if (ownId !== undefined) return { tagName: "img", attribs: { src: `cid:${ownId}`, alt } };
    isImageBlocked ||= source !== "";
    const text = isPixel(attributes) ? "" : `${BLOCKED}${alt ? ` ${alt}` : ""}`;
    return { tagName: "span", attribs: {}, text };
  };
  const cut = html.slice(0, HTML_CHARS_MAX);
  const clean = sanitizeHtml(cut, {
    allowedTags: TAGS.split(" "),
    allowedAttributes: {
      a: ["href", "rel", "target"],
      img: ["src", "alt"],
      td: ["colspan", "rowspan", "align"],
      th: ["colspan", "rowspan", "align"],
      ol: ["start"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["cid"] },
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "title", "xml", "select", "button"],
    nestingLimit: 100,
    transformTags: {
      a: (_tag, { href = "" }) => ({
        tagName: "a",
        attribs: { href, rel: "noopener noreferrer nofollow", target: "_blank" },
      }),
      img: pictureShown,
    },
  });
  return {
    html: mendedHtml(clean).trim(),
    isImageBlocked: isImageBlocked || BACKGROUND.test(cut),
    isActiveRemoved: ACTIVE.test(cut),
    pictures,
  };
}

/** Its words put right, tags left alone: it is well formed by now. */
function mendedHtml(html: string): string {
  const pieces = html.split(/(<[^>]*>)/);
  const isTag = (index: number) => index % 2 === 1;
  const { mend } = menderFor(pieces.map((piece, index) => (isTag(index) ? "\n" : piece)).join(""));
  return pieces.map((piece, index) => (isTag(index) ? piece : withoutControls(mend(piece)))).join("");
}

const BACKGROUND = /\bbackground\s{0,3}=|\burl\(\s{0,3}["']?\s{0,3}(?:https?:)?\/\//i;

function ownPicture(source: string, ownIds: ReadonlySet<string>): string | undefined {
  if (!/^cid:/i.test(source)) return undefined;
  const id = decodedUri(source.slice(4));
  return ownIds.has(id) ? encodeURIComponent(id) : undefined;
}

function decodedUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pictureWithin(source: string, pictures: SafeHtml["pictures"]): string | undefined {
  const start = /^data:image\/(?:png|jpeg|jpg|gif|webp);base64,/i.exec(source)?.[0];
  if (start === undefined || pictures.length >= PICTURES_MAX) return undefined;
  const content = Buffer.from(source.slice(start.length), "base64");
  if (content.length === 0) return undefined;
  const contentId = `inline-${pictures.length + 1}`;
  pictures.push({ contentId, content });
  return contentId;
}

/** Of a size that nobody sees: it only counts readers. */
function isPixel({ width, height }: Record<string, string>): boolean {
  return [width, height].some((each) => each !== undefined && /^[01](?:px)?$/.test(each.trim()));
}
