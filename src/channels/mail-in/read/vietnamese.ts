/** How many words carry marks or foreign characters, and how many of those are Vietnamese syllables. */
export type Words = { marked: number; good: number };

const ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p q r s t v x".split(" ");

// Every rhyme of the language without its tone; `gi` and `qu` take a vowel of theirs along.
const RHYMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt uê uêch uên uênh
  uy uya uych uyn uynh uyp uyt uyu uyên uyêt uân uâng uât uây uơ ư ưa ưc ưi ưm ưn ưng ưt ưu
  ươc ươi ươm ươn ương ươp ươt ươu y ych yêm yên yêng yêt yêu ynh yt`.split(/\s+/),
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const OPEN_TONES = /[\u0300\u0303\u0309]/;
const SEPARATORS = /[\s!-@[-`{-~\u00a0\u2000-\u206f\u20ac\u2122\ufffc]+/;
/** Signs that stand beside words in any language. */
const EDGE_SIGNS = /^[«»©®°·•¿¡]+|[«»©®°·•]+$/g;
const WORD_CHARS_MAX = 40;
const SAMPLE_CHARS = 10_000;

/** Looks at the beginning of a text only: what it is written in shows there. */
export function vietnameseWords(text: string): Words {
  const words = { marked: 0, good: 0 };
  for (const raw of text.slice(0, SAMPLE_CHARS).split(SEPARATORS)) {
    const word = isAscii(raw) ? "" : raw.slice(0, WORD_CHARS_MAX).replaceAll(EDGE_SIGNS, "");
    if (word === "" || isAscii(word)) continue;
    words.marked += 1;
    if (isSyllable(word)) words.good += 1;
  }
  return words;
}

/** Whether the word is built as a Vietnamese one: an onset, a rhyme and a tone that the rhyme can carry. */
export function isSyllable(word: string): boolean {
  const apart = word.normalize("NFD");
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = apart.replaceAll(TONES, "").normalize("NFC").toLowerCase();
  if (/(?:[ptc]|ch)$/.test(plain) && OPEN_TONES.test(tones[0] ?? "")) return false;
  if (RHYMES.has(plain)) return true;
  return ONSETS.some((onset) => plain.startsWith(onset) && RHYMES.has(plain.slice(onset.length)));
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}
