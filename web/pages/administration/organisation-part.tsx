import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { formatDay } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { wordsOfOrganisation } from "./words-of-organisation.ts";

type Profile = Answer<"GET /organisation">;
const link = "inline-flex min-h-11 items-center text-accent underline sm:min-h-9";

/** The provider as its procedure describes it, and which of it can be changed on these pages. */
export function OrganisationPart() {
  const { data, error, refetch } = useAnswer("GET /organisation", {});
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section className="grid max-w-5xl gap-4 lg:grid-cols-2">
      <Names profile={data} />
      <Editions profile={data} />
      <ChangedHere profile={data} />
      <ChangedThere />
    </section>
  );
}

function Card({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Names({ profile }: { profile: Profile }) {
  const words = useWords(wordsOfOrganisation);
  const packName = usePackName();
  const { id, name, shortName, letterhead, colour, contacts } = profile;
  return (
    <Card title={words.shown}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        <Term label={words.name}>{name}</Term>
        <Term label={words.shortName}>{shortName}</Term>
        {letterhead !== null && <Term label={words.letterhead}>{letterhead}</Term>}
        <Term label={words.colour}>
          {colour === null ? (
            words.noColour
          ) : (
            <span className="inline-flex items-center gap-2">
              <span aria-hidden className="size-4 rounded-sm border border-line" style={{ backgroundColor: colour }} />
              {colour}
            </span>
          )}
        </Term>
        {contacts.map((contact) => (
          <Term key={contact.name} label={packName(contact.name)}>
            {contact.address}
          </Term>
        ))}
      </dl>
      {contacts.length === 0 && <p className="text-ink-2">{words.noContacts}</p>}
      <p className="flex flex-wrap gap-x-4">
        <a className={link} href={`/gui/${id}`}>
          {words.customerPage}
        </a>
        <a className={link} href={`/quy-trinh-cong-khai/${id}`}>
          {words.publishedPage}
        </a>
      </p>
    </Card>
  );
}

function Term({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{label}</dt>
      <dd className="font-medium break-words">{children}</dd>
    </>
  );
}

function Editions({ profile: { editions } }: { profile: Profile }) {
  const words = useWords(wordsOfOrganisation);
  return (
    <Card title={words.inForce}>
      <ul className="flex flex-col gap-3">
        {editions.map(({ hash, title, number, edition, effectiveOn, lawEffectiveOn, nextOn }) => (
          <li key={hash}>
            <Link to="/quy-trinh/$hash" params={{ hash }} className={link}>
              {title}
            </Link>
            <p className="text-ink-2">
              {[number, edition === null ? null : words.edition(edition), words.effective(formatDay(effectiveOn))]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p className="text-ink-2">{words.law(formatDay(lawEffectiveOn))}</p>
            {nextOn !== null && <p className="font-medium">{words.next(formatDay(nextOn))}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ChangedHere({ profile: { calendarChanges, closedChannels } }: { profile: Profile }) {
  const words = useWords(wordsOfOrganisation);
  return (
    <Card title={words.here}>
      <ul className="list-disc pl-5">
        <li>
          <PartLink part="people">{words.people}</PartLink>
        </li>
        <li>
          <PartLink part="calendar">{words.calendar}</PartLink> {words.calendarNow(calendarChanges)}
        </li>
        <li>
          <PartLink part="channels">{words.channels}</PartLink> {words.channelsNow(closedChannels)}
        </li>
        <li>
          <PartLink part="tokens">{words.tokens}</PartLink>
        </li>
      </ul>
    </Card>
  );
}

function PartLink({ part, children }: { part: "people" | "calendar" | "channels" | "tokens"; children: ReactNode }) {
  return (
    <Link to="/quan-tri" search={{ part }} className={link}>
      {children}
    </Link>
  );
}

function ChangedThere() {
  const words = useWords(wordsOfOrganisation);
  return (
    <Card title={words.there}>
      <p>{words.thereWhat}</p>
      <p className="text-ink-2">{words.thereHow}</p>
    </Card>
  );
}
