/** A letter that English has not, precomposed or followed by a mark. */
const VIETNAMESE_LETTER = /[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/iu;
const SHARE_MIN = 0.4;

/** Whether a text is to be read aloud as Vietnamese: so many of its words have Vietnamese letters that it is no English sentence with a name in it. */
export function isVietnamese(text: string): boolean {
  const words = text.normalize("NFC").match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => VIETNAMESE_LETTER.test(word));
  return own.length > 0 && own.length / words.length >= SHARE_MIN;
}

/**
 * Marks on English pages what people and providers wrote in Vietnamese (`lang="vi"`), so that a screen reader reads it in Vietnamese.
 * It follows the page itself: what is written comes from the server, and every page shows some of it.
 */
export function markVietnamese(root: HTMLElement = document.documentElement): void {
  const marked = new WeakSet<Element>();
  const look = (node: Node) => {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element) return;
    mark(element, marked);
    if (node instanceof Element) for (const each of node.querySelectorAll("*")) mark(each, marked);
  };
  const changes = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === "characterData") look(target);
      else for (const node of addedNodes) look(node);
    }
  });
  const follow = () => {
    changes.disconnect();
    look(document.body);
    if (root.lang === "en") changes.observe(document.body, { subtree: true, childList: true, characterData: true });
  };
  new MutationObserver(follow).observe(root, { attributeFilter: ["lang"] });
  follow();
}

/** Only texts of its own count: what stands in elements within it is marked there. */
function mark(element: Element, marked: WeakSet<Element>): void {
  if (element.hasAttribute("lang") && !marked.has(element)) return;
  const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
  const text = own.map((node) => node.nodeValue).join(" ");
  if (document.documentElement.lang === "en" && isVietnamese(text)) {
    element.setAttribute("lang", "vi");
    marked.add(element);
  } else if (marked.has(element)) {
    element.removeAttribute("lang");
    marked.delete(element);
  }
}
