import { formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { ComplaintFile } from "./file.ts";
import { Lines, Section, type Line } from "./section.tsx";
import { wordsOfComplaint, wordsOfSections } from "./words.ts";

/** What the customer says, and what was written down with it. */
export function FactsSection({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const sections = useWords(wordsOfSections);
  const { content, remedySought } = file.complaint;
  return (
    <Section title={sections.facts}>
      <p className="max-w-prose whitespace-pre-line">{content}</p>
      {remedySought && (
        <p className="mt-2 max-w-prose">
          <span className="text-ink-3">{words.remedySought}: </span>
          {remedySought}
        </p>
      )}
      <div className="mt-3 border-t border-line pt-3 text-sm">
        <Lines lines={useLines(file)} />
      </div>
    </Section>
  );
}

function useLines({ complaint, edition, names }: ComplaintFile): Line[] {
  const words = useWords(wordsOfComplaint);
  const { classification, complainant, timeBar, filled, names: called } = complaint;
  const asked = Object.entries(filled).map(([field, value]) => ({ label: names.field(field), value: shown(value) }));
  return [
    { label: words.receivedAt, value: `${formatInstant(complaint.receivedAt)}, ${called.channel}` },
    { label: words.sentOn, value: complaint.sentOn && formatDay(complaint.sentOn) },
    { label: words.kind, value: called.kind },
    { label: words.service, value: classification?.service && names.of("services", classification.service) },
    { label: words.eventOn, value: complaint.eventOn && formatDay(complaint.eventOn) },
    {
      label: words.complainant,
      value: [names.of("complainants", complainant.as), complainant.name, complainant.relation]
        .filter(Boolean)
        .join(", "),
    },
    { label: words.notedBy, value: complaint.notedBy },
    { label: words.reportedThrough, value: complaint.reportedThrough },
    { label: words.forwardedBy, value: complaint.forwardedByAuthority },
    {
      label: words.timeBar,
      value: timeBar && (timeBar.barred ? words.timeBarred : words.timeBarUntil(formatDay(timeBar.lastOn))),
    },
    ...asked,
    {
      label: words.edition,
      value: [
        edition.header.number,
        edition.header.title,
        edition.header.effectiveOnStated ? words.inForce(formatDay(complaint.edition.effectiveOn)) : words.undated,
      ]
        .filter(Boolean)
        .join(", "),
    },
  ];
}

function shown(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "✓" : "–") : String(value);
}
