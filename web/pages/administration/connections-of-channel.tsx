import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Badge } from "../../parts/badge.tsx";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatInstant } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { ConnectionForm } from "./connection-form.tsx";
import { TestedSteps } from "./connection-test.tsx";
import { wordsOfConnections } from "./words-of-connections.ts";

type Connections = Answer<"GET /channel-connections">;
export type Connection = Connections["connections"][number];
export type Kind = Connections["kinds"][number];
type ChannelNamed = { channelId: string; type: string; name: string };

/** How one channel is connected: each connection with how it fares, and a way to add one. Nothing where there is no kind for it. */
export function ConnectionsOfChannel({ channel, all }: { channel: ChannelNamed; all: Connections }) {
  const words = useWords(wordsOfConnections);
  const [edited, setEdited] = useState<Connection | "new">();
  const kinds = all.kinds.filter(({ channelTypes }) => channelTypes.some((type) => type === channel.type));
  const connections = all.connections.filter(({ channelId }) => channelId === channel.channelId);
  if (kinds.length === 0 && connections.length === 0) return null;
  return (
    <section
      aria-label={`${words.connections}: ${channel.name}`}
      className="mt-2 flex w-full basis-full flex-col gap-2 border-l-2 border-line pl-3"
    >
      {connections.map((connection) => (
        <ConnectionRow
          key={connection.connectionId}
          {...{ connection }}
          kind={all.kinds.find(({ kind }) => kind === connection.kind)}
          onEdit={() => setEdited(connection)}
        />
      ))}
      {kinds.length > 0 && (
        <div>
          <Button look="quiet" aria-label={words.addTo(channel.name)} onClick={() => setEdited("new")}>
            {words.add}
          </Button>
        </div>
      )}
      {edited && (
        <ConnectionForm
          {...{ channel, kinds }}
          connection={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

function ConnectionRow({
  connection,
  kind,
  onEdit,
}: {
  connection: Connection;
  kind: Kind | undefined;
  onEdit: () => void;
}) {
  const words = useWords(wordsOfConnections);
  const chosen = useLanguage();
  const [isRemoving, setRemoving] = useState(false);
  const { connectionId, name, isOn, state } = connection;
  const params = { connectionId };
  const test = useDeed("POST /channel-connections/:connectionId/tests");
  const turn = useDeed("PUT /channel-connections/:connectionId", {
    onDone: (now) => tell(words.wasTurned(now.name, now.isOn)),
  });
  return (
    <article aria-label={name} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-56 grow basis-0">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{name}</span>
            <span className="text-sm text-ink-2">{kind?.name[chosen] ?? connection.kind}</span>
            <Badge tone={isOn ? "kept" : "neutral"}>{isOn ? words.on : words.off}</Badge>
            {state.failed && <Badge tone="late">{words.failing}</Badge>}
          </p>
          <Fares {...{ state, kind }} />
        </div>
        <div className="flex flex-wrap gap-1">
          <Button
            aria-label={`${words.test}: ${name}`}
            isBusy={test.isPending}
            onClick={() => test.mutate({ parts: { params } })}
          >
            {words.test}
          </Button>
          <Button
            look="quiet"
            aria-label={`${isOn ? words.turnOff : words.turnOn}: ${name}`}
            isBusy={turn.isPending}
            onClick={() => turn.mutate({ parts: { params, body: turned(connection) } })}
          >
            {isOn ? words.turnOff : words.turnOn}
          </Button>
          {kind && (
            <Button look="quiet" aria-label={`${words.edit}: ${name}`} onClick={onEdit}>
              {words.edit}
            </Button>
          )}
          <Button look="quiet" aria-label={`${words.remove}: ${name}`} onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        </div>
      </div>
      <Refused error={test.error ?? turn.error} />
      <TestedSteps steps={test.data?.steps} stepWords={kind?.steps ?? {}} isBusy={test.isPending} />
      {connection.hooks.length > 0 && <HookAddresses hooks={connection.hooks} />}
      {isRemoving && <RemoveConnection connection={connection} onClose={() => setRemoving(false)} />}
    </article>
  );
}

function turned({ kind, channelId, name, settings, isOn, version }: Connection) {
  const kept = settings as Record<string, string | number | boolean | null>;
  return { kind, channelId, name, settings: kept, secrets: {}, isOn: !isOn, basedOn: version };
}

/** When it last worked, and how it failed since. */
function Fares({ state, kind }: { state: Connection["state"]; kind: Kind | undefined }) {
  const words = useWords(wordsOfConnections);
  const chosen = useLanguage();
  const { receivedAt, sentAt, okAt, failed } = state;
  const lines = [
    receivedAt && words.received(formatInstant(receivedAt)),
    sentAt && words.sent(formatInstant(sentAt)),
    okAt && words.fine(formatInstant(okAt)),
  ].filter(Boolean);
  return (
    <>
      <p className="text-sm text-ink-2">{lines.length === 0 ? words.never : lines.join(" · ")}</p>
      {failed && (
        <p className="text-sm wrap-anywhere text-late">
          {words.failedAt(kind?.steps[failed.code]?.[chosen] ?? failed.code, formatInstant(failed.at))}
          {failed.detail !== null && <span lang="en">: {failed.detail}</span>}
        </p>
      )}
    </>
  );
}

function HookAddresses({ hooks }: { hooks: Connection["hooks"] }) {
  const words = useWords(wordsOfConnections);
  const chosen = useLanguage();
  const copy = (address: string) => void navigator.clipboard.writeText(address).then(() => tell(words.copied));
  return (
    <div className="rounded-lg bg-sunken p-3 text-sm">
      <p className="font-medium">{words.addresses}</p>
      <ul>
        {hooks.map(({ label, address }) => (
          <li key={address} className="flex flex-wrap items-center gap-x-3">
            <span className="text-ink-2">{label[chosen]}</span>
            <code className="min-w-0 grow break-all">{address}</code>
            <Button look="quiet" aria-label={`${words.copy}: ${label[chosen]}`} onClick={() => copy(address)}>
              {words.copy}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RemoveConnection({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const words = useWords(wordsOfConnections);
  const { connectionId, name } = connection;
  const deed = useDeed("DELETE /channel-connections/:connectionId", {
    onDone: () => {
      tell(words.removed);
      onClose();
    },
  });
  return (
    <Dialog title={words.removeTitle(name)} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{words.removeHint}</p>
        <Refused error={deed.error} />
        <div className="flex gap-2">
          <Button
            look="danger"
            isBusy={deed.isPending}
            onClick={() => deed.mutate({ parts: { params: { connectionId } } })}
          >
            {words.remove}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </div>
      </div>
    </Dialog>
  );
}
