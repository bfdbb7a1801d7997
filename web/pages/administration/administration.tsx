import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "../../parts/button.tsx";
import { useSession } from "../../staff/session.ts";
import { useWords } from "../../words/language.ts";
import { CalendarPart } from "./calendar-part.tsx";
import { ChannelsPart } from "./channels-part.tsx";
import { CustomersPart } from "./customers-part.tsx";
import { LogPart } from "./log-part.tsx";
import { OrganisationPart } from "./organisation-part.tsx";
import { PeoplePart } from "./people-part.tsx";
import { TokensPart } from "./tokens-part.tsx";
import { WordTemplatesPart } from "./word-templates-part.tsx";
import { wordsOfAdministration } from "./words.ts";

const parts = {
  people: PeoplePart,
  organisation: OrganisationPart,
  calendar: CalendarPart,
  channels: ChannelsPart,
  templates: WordTemplatesPart,
  tokens: TokensPart,
  customers: CustomersPart,
  log: LogPart,
} as const;
type Part = keyof typeof parts;

/** What the `part` of the address names; people, where it names none. */
export function partFrom(search: Record<string, unknown>): { part?: Part } {
  const { part } = search;
  return typeof part === "string" && part in parts ? { part: part as Part } : {};
}

/** Who works here and as what, which days are worked, by which channels complaints come, how papers look, which programs may call, who the customers are. */
export function Administration() {
  const words = useWords(wordsOfAdministration);
  const { may } = useSession();
  const { part: asked = "people" } = useSearch({ strict: false }) as { part?: Part };
  const navigate = useNavigate();
  // Who may not look customers up, or read the log, has no use for its part.
  const isOpen: Partial<Record<Part, boolean>> = { customers: may.register, log: may.readOrganisationLog };
  const shown = (Object.keys(parts) as Part[]).filter((each) => isOpen[each] ?? true);
  const part = shown.includes(asked) ? asked : "people";
  const Shown = parts[part];
  return (
    <div className="flex flex-col gap-4 p-4">
      <h1 className="text-xl font-semibold">{words.title}</h1>
      <nav
        aria-label={words.title}
        className="-mx-4 flex gap-1 overflow-x-auto px-4 py-0.5 sm:mx-0 sm:flex-wrap sm:px-0"
      >
        {shown.map((each) => (
          <Button
            key={each}
            look={each === part ? "plain" : "quiet"}
            aria-current={each === part ? "page" : undefined}
            onClick={() => void navigate({ to: "/quan-tri", search: { part: each } })}
          >
            {words[each]}
          </Button>
        ))}
        <Link
          to="/phieu-giay"
          className="inline-flex min-h-11 items-center rounded-lg px-3.5 whitespace-nowrap font-medium text-ink-2 hover:bg-sunken sm:min-h-9"
        >
          {words.paperForm}
        </Link>
      </nav>
      <Shown />
    </div>
  );
}
