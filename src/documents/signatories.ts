import { whoInWords } from "../procedure/pure/words/who-in-words.ts";
import type { PaperAsked } from "./letter-of-paper.ts";
import type { Signatory } from "./letter.ts";
import { unsignedMinutes } from "./unsigned-minutes.ts";

/** Those whom the pack names, in its order; where it names nobody, whoever made the paper. */
export function signatoriesOf(asked: PaperAsked, { isForm }: { isForm: boolean }): Signatory[] {
  const { paper, edition, signatures } = asked;
  const maker = isForm ? "Người lập" : `TM. ${edition.organisation.shortName}`;
  if (paper.signedBy.length === 0)
    return signatures
      .slice(0, 1)
      .map(({ name }) => ({ delegation: null, title: maker, name, note: null, picture: null }));
  const unsigned = unsignedMinutes(paper.kind, asked);
  const named = paper.signedBy.map((by) => {
    const signed = signatures.find((each) => each.by === by);
    const instead = by === "customer" && unsigned ? unsigned.note : "(Ký, ghi rõ họ tên)";
    return {
      ...postsOf(whoInWords(by, edition).vi, signed?.delegation),
      name: signed?.name ?? null,
      note: signed ? (signed.picture ? null : "(Đã ký)") : instead,
      picture: signed?.picture ?? null,
    };
  });
  return unsigned?.witness ? [...named, unsigned.witness] : named;
}

/** A deputy signs under the post that they sign for, and below it their own: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC". */
function postsOf(
  post: string,
  delegation: PaperAsked["signatures"][number]["delegation"],
): Pick<Signatory, "delegation" | "title"> {
  if (!delegation) return { delegation: null, title: post };
  const above = `${delegation.as}. ${post}`;
  return delegation.post === undefined
    ? { delegation: null, title: above }
    : { delegation: above, title: delegation.post };
}
