import { useState, type FormEvent } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { Failed, Loading, Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { ConnectionsOfChannel } from "./connections-of-channel.tsx";
import { OutgoingMail } from "./outgoing-mail.tsx";
import { wordsOfChannels } from "./words-of-channels.ts";
import { wordsOfAdministration } from "./words.ts";

type Channel = Answer<"GET /channels">["channels"][number];

/** How complaints get here, by the procedure in force: what each channel is, whether it works, and its switch. */
export function ChannelsPart() {
  const words = useWords(wordsOfChannels);
  const { data, error, refetch } = useAnswer("GET /channels", {});
  const connections = useAnswer("GET /channel-connections", {}).data;
  const [closing, setClosing] = useState<Channel>();
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section className="flex max-w-4xl flex-col gap-3">
      <p className="text-ink-2">{words.hint}</p>
      <ul className="overflow-hidden rounded-xl border border-line bg-surface">
        {data.channels.map((channel) => (
          <ChannelRow
            key={channel.channelId}
            {...{ channel, connections }}
            days={data.days}
            onClose={() => setClosing(channel)}
          />
        ))}
      </ul>
      {connections && <OutgoingMail state={connections.mail} />}
      {closing && <CloseChannel channel={closing} onClose={() => setClosing(undefined)} />}
    </section>
  );
}

function ChannelRow({
  channel,
  connections,
  days,
  onClose,
}: {
  channel: Channel;
  connections: Answer<"GET /channel-connections"> | undefined;
  days: number;
  onClose: () => void;
}) {
  const words = useWords(wordsOfChannels);
  const packName = usePackName();
  const { channelId, address, isForCustomers, receivedBy, entry, complaintsLately, closed } = channel;
  const name = packName(channel.name);
  const open = useDeed("PUT /channels/:channelId", { onDone: () => tell(words.opened(name)) });
  const reopen = () => open.mutate({ parts: { params: { channelId }, body: { isOpen: true } } });
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-t border-line px-4 py-3 first:border-t-0">
      <div className="min-w-56 grow basis-0">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{name}</span>
          {closed ? <Badge tone="late">{words.closed}</Badge> : <Badge tone="kept">{words.open}</Badge>}
          {entry === "connected" && <Badge tone="kept">{words.connected}</Badge>}
          {entry === "not-connected" && <Badge>{words.notConnected}</Badge>}
        </p>
        <p className="text-ink-2">{address ?? (isForCustomers ? words.noAddress : words.notForCustomers)}</p>
        <p className="text-sm text-ink-2">
          {words[`by-${entry}`]} {words.receivedBy(packName(receivedBy) ?? words.whoTakesIt)}
        </p>
        {closed && (
          <p className="text-sm text-late">
            {words.closedSince(closed.reason, closed.closedBy, formatInstant(closed.closedAt))}
          </p>
        )}
        <Refused error={open.error} />
      </div>
      <div className="flex w-full items-center justify-between gap-4 sm:w-auto">
        <p className="text-sm text-ink-2">{words.lately(complaintsLately, days)}</p>
        {closed ? (
          <Button isBusy={open.isPending} aria-label={`${words.reopen}: ${name}`} onClick={reopen}>
            {words.reopen}
          </Button>
        ) : (
          <Button look="quiet" aria-label={`${words.close}: ${name}`} onClick={onClose}>
            {words.close}
          </Button>
        )}
      </div>
      {connections && <ConnectionsOfChannel channel={{ ...channel, name }} all={connections} />}
    </li>
  );
}

function CloseChannel({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { channelId } = channel;
  const name = usePackName()(channel.name);
  const words = useWords(wordsOfChannels);
  const general = useWords(wordsOfAdministration);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const deed = useDeed("PUT /channels/:channelId", {
    onDone: () => {
      tell(words.wasClosed(name));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") deed.mutate({ parts: { params: { channelId }, body: { isOpen: false, reason } } });
  };
  return (
    <Dialog title={words.closeTitle(name)} isOpen onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">{words.closeHint}</p>
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          required
          maxLength={500}
          value={reason}
          error={isMissing ? general.missing : undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        <Refused error={deed.error} />
        <div>
          <Button type="submit" look="danger" isBusy={deed.isPending}>
            {words.close}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
