import { keepTrackingCode, newTrackingCode } from "../../access/tracking-codes.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import { dayEndingAt } from "../../documents/days-in-words.ts";
import { promisedAfterReceipt } from "../../projections/customer-view/promises.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import type { WaitingMessage } from "../../store/outbox-sending.ts";
import type { MailWords, OfFile, Saying } from "./composed.ts";
import { dayInWords, instantInWords } from "./days.ts";

/** That it arrived, what is promised by which day, and a new code by which its customer follows it. */
export async function acknowledgementOf(
  connection: Connection,
  words: Pick<MailWords, "publicUrl">,
  message: WaitingMessage,
  of: OfFile,
): Promise<Saying> {
  return acknowledgementWith(of, await codeIn(connection, words, message, of));
}

/** The same with a code that is there. */
export function acknowledgementWith(
  { edition, file: { state } }: { edition: OfFile["edition"]; file: Pick<OfFile["file"], "state"> },
  { code, url }: { code: string; url: string },
): Saying {
  const promises = promisedAfterReceipt(state, { edition, now: state.receivedAt }).map(
    ({ purpose, rule, origin, dueAt }) => {
      const clock = edition.clocks.find(({ id }) => id === rule);
      return { name: clock ? bothNames(clock) : { vi: purpose, en: purpose }, isLaw: origin === "law", dueAt };
    },
  );
  const helplines = edition.channels.flatMap(({ type, address }) => (type === "phone" && address ? [address] : []));
  return {
    id: "acknowledgement",
    valuesIn: (language) => ({
      organisation: edition.organisation.name,
      number: state.number,
      receivedAt: instantInWords(state.receivedAt, language),
      promises: promises
        .map(
          ({ name, isLaw, dueAt }) => `- ${name[language]}${isLaw ? byLaw[language] : ""}: ${endOf(dueAt, language)}`,
        )
        .join("\n"),
      code,
      trackUrl: url,
      link: url,
      helplines: helplines.join(", "),
    }),
    documents: [],
  };
}

const byLaw = { vi: " (theo pháp luật)", en: " (by law)" };

/** A term of days ends with its last day, one of hours or minutes at its minute. */
function endOf(dueAt: string, language: "vi" | "en"): string {
  const lastDay = dayEndingAt(dueAt);
  if (lastDay === null) return `${language === "vi" ? "" : "by "}${instantInWords(dueAt, language)}`;
  return `${language === "vi" ? "hết ngày" : "by the end of"} ${dayInWords(lastDay)}`;
}

/** A code of its own for one message: where it is used, that message was opened. */
export async function codeIn(
  connection: Connection,
  { publicUrl }: Pick<MailWords, "publicUrl">,
  { organisation, outboxId }: WaitingMessage,
  { file: { complaintId } }: OfFile,
): Promise<{ code: string; url: string }> {
  const code = newTrackingCode(organisation);
  await keepTrackingCode(connection, code, { complaintId, madeBy: { kind: "system", process: "mail" }, outboxId });
  return { code: code.text, url: `${publicUrl}/tra-cuu/${code.text}` };
}
