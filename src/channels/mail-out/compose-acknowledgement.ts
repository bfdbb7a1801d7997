import { keepTrackingCode, newTrackingCode } from "../../access/tracking-codes.ts";
import { bothNames } from "../../procedure/pure/edition/english.ts";
import { promisedDays } from "../../projections/customer-view/promises.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import type { WaitingMessage } from "../../store/outbox-sending.ts";
import type { MailWords, OfFile } from "./composed.ts";
import { dayInWords, instantInWords } from "./days.ts";
import { worded } from "./wording.ts";

/** That it arrived, what is promised by which day, and a new code by which its customer follows it. */
export async function composeAcknowledgement(
  connection: Connection,
  { texts, publicUrl }: MailWords,
  { organisation }: WaitingMessage,
  { file, edition }: OfFile,
): Promise<{ subject: string; text: string }> {
  const { complaintId, state } = file;
  const code = newTrackingCode(organisation);
  await keepTrackingCode(connection, code, { complaintId, madeBy: { kind: "system", process: "mail" } });
  const promises = promisedDays(state, { edition, now: state.receivedAt }).map(({ purpose, rule, dueOn }) => {
    const clock = edition.clocks.find(({ id }) => id === rule);
    return { name: clock ? bothNames(clock) : { vi: purpose, en: purpose }, dueOn: dayInWords(dueOn) };
  });
  const helplines = edition.channels.flatMap(({ type, address }) => (type === "phone" && address ? [address] : []));
  const until = { vi: "hết ngày", en: "by the end of" };
  return worded(texts, { id: "acknowledgement", edition }, (language) => ({
    organisation: edition.organisation.name,
    number: state.number,
    receivedAt: instantInWords(state.receivedAt, language),
    promises: promises.map(({ name, dueOn }) => `- ${name[language]}: ${until[language]} ${dueOn}`).join("\n"),
    code: code.text,
    trackUrl: `${publicUrl}/tra-cuu/${code.text}`,
    helplines: helplines.join(", "),
  }));
}
