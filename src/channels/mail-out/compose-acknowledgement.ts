import { keepTrackingCode, newTrackingCode } from "../../access/tracking-codes.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import { promisedDays } from "../../projections/customer-view/promises.ts";
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
  const promises = promisedDays(state, { edition, now: state.receivedAt }).map(({ purpose, rule, dueOn }) => {
    const clock = edition.clocks.find(({ id }) => id === rule);
    return { name: clock ? bothNames(clock) : { vi: purpose, en: purpose }, dueOn: dayInWords(dueOn) };
  });
  const helplines = edition.channels.flatMap(({ type, address }) => (type === "phone" && address ? [address] : []));
  const until = { vi: "hết ngày", en: "by the end of" };
  return {
    id: "acknowledgement",
    valuesIn: (language) => ({
      organisation: edition.organisation.name,
      number: state.number,
      receivedAt: instantInWords(state.receivedAt, language),
      promises: promises.map(({ name, dueOn }) => `- ${name[language]}: ${until[language]} ${dueOn}`).join("\n"),
      code,
      trackUrl: url,
      link: url,
      helplines: helplines.join(", "),
    }),
    documents: [],
  };
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
