import { useLanguage, useWords } from "../../words/language.ts";
import type { Published } from "./published.tsx";
import { Section } from "./section.tsx";
import { wordsOfPublished } from "./words.ts";

type About = { procedure: Published };

export function Channels({ procedure }: About) {
  const words = useWords(wordsOfPublished);
  return (
    <Section title={words.channels}>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {procedure.channels.map(({ type, name, address, closed }) => (
          <li key={name} className="px-4 py-2.5">
            <span className="font-medium">{name}</span>
            {closed !== null && <span className="block text-late">{words.closed(closed)}</span>}
            {address !== null && (
              <span className="block break-words">
                <Address type={type} address={address} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A number can be called and an address written to; a place can only be read. */
function Address({ type, address }: { type: Published["channels"][number]["type"]; address: string }) {
  const href = hrefOf(type, address);
  if (href === undefined) return <>{address}</>;
  return (
    <a href={href} className="inline-flex min-h-11 items-center text-accent underline">
      {address}
    </a>
  );
}

function hrefOf(type: string, address: string): string | undefined {
  if (type === "phone" || type === "sms")
    return `${type === "sms" ? "sms" : "tel"}:${address.replaceAll(/[^\d+]/g, "")}`;
  if (type === "email" && address.includes("@")) return `mailto:${address}`;
  return /^(https?:)?\/\//.test(address) ? address.replace(/^\/\//, "https://") : undefined;
}

export function Who({ procedure }: About) {
  const words = useWords(wordsOfPublished);
  return (
    <Section title={words.who}>
      <ul className="list-disc pl-6">
        {procedure.complainants.map(({ name, documents }) => (
          <li key={name}>
            {name}
            {documents.length > 0 && ` (${words.withDocuments(documents.join(", "))})`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function TimeBars({ procedure }: About) {
  const words = useWords(wordsOfPublished);
  const language = useLanguage();
  const { timeBars } = procedure;
  if (timeBars.length === 0) return null;
  return (
    <Section title={words.whenToComplain}>
      <ul className="flex list-disc flex-col gap-1.5 pl-6">
        {timeBars.map(({ about, term, from, lateness, origin }) => (
          <li key={origin + about.vi}>
            {words.timeBar(about[language], term[language], lowerFirst(from))} (
            {origin === "law" ? words.byLaw : words.byProvider}); {lateness[language]}.
          </li>
        ))}
      </ul>
      <p className="mt-2">{words.laterHolds}</p>
    </Section>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function Documents({ procedure }: About) {
  const words = useWords(wordsOfPublished);
  return (
    <Section title={words.documents}>
      <p className="mb-2">{words.documentsHint}</p>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {procedure.kinds.map(({ name, needed, documents }) => (
          <li key={name} className="px-4 py-2.5">
            <span className="font-medium">{name}</span>
            {needed.length > 0 && (
              <span className="block">
                {words.needed}: {needed.join(", ")}
              </span>
            )}
            {documents.length > 0 && (
              <span className="block">
                {words.papers}: {documents.join(", ")}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Papers({ procedure }: About) {
  const words = useWords(wordsOfPublished);
  const language = useLanguage();
  if (procedure.papers.length === 0) return null;
  return (
    <Section title={words.papersYouGet}>
      <ul className="list-disc pl-6">
        {procedure.papers.map(({ name, isSignedByCustomer }) => (
          <li key={name.vi}>
            {name[language]}
            {isSignedByCustomer && ` (${words.bothSign})`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Priority({ procedure }: About) {
  const words = useWords(wordsOfPublished);
  if (!procedure.hasPriority) return null;
  return (
    <Section title={words.priority}>
      <p>{words.priorityText}</p>
    </Section>
  );
}

export function Outside({ procedure }: About) {
  const words = useWords(wordsOfPublished);
  const language = useLanguage();
  const { negotiation, tellsOutsideRemedies, ownRemedies } = procedure;
  if (negotiation === null && !tellsOutsideRemedies && ownRemedies.length === 0) return null;
  return (
    <Section title={words.outside}>
      <ul className="flex list-disc flex-col gap-1.5 pl-6">
        {ownRemedies.map((remedy) => (
          <li key={remedy.vi}>{remedy[language]}</li>
        ))}
        {negotiation !== null && (
          <li>
            {words.negotiate(negotiation[language])} ({words.byLaw})
          </li>
        )}
        {tellsOutsideRemedies && <li>{words.outsideText}</li>}
      </ul>
    </Section>
  );
}
