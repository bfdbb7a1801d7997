import { lazy, Suspense, type ComponentType } from "react";
import { NoConnection } from "../api/ask.ts";
import { Providers } from "../pages/customer-submit/providers.tsx";
import { useArrival } from "../parts/use-arrival.ts";
import { useWords } from "../words/language.ts";
import { Frame } from "./frame.tsx";
import { Trouble, Waiting } from "./parts/states.tsx";
import { Link, useAddress } from "./router.tsx";
import { wordsOfCustomer } from "./words.ts";

type Page = ComponentType<{ named: string }>;

const Submit = later(async () => (await import("../pages/customer-submit/submit.tsx")).Submit);
const EnterCode = later(async () => (await import("../pages/customer-track/enter-code.tsx")).EnterCode);
const Track = later(async () => (await import("../pages/customer-track/track.tsx")).Track);
const PublishedProcedure = later(
  async () => (await import("../pages/published-procedure/published.tsx")).PublishedProcedure,
);
const EnterLetterCode = later(
  async () => (await import("../pages/letter-confirmation/confirmation.tsx")).EnterLetterCode,
);
const LetterConfirmation = later(
  async () => (await import("../pages/letter-confirmation/confirmation.tsx")).LetterConfirmation,
);
const TechnicianAnswer = later(
  async () => (await import("../pages/technician-answer/technician-answer.tsx")).TechnicianAnswer,
);

/** Every address of the customers, with what it shows: `:named` of the address is handed to the page. */
const pages: readonly { path: RegExp; page: Page }[] = [
  { path: /^\/gui\/?$/, page: Providers },
  { path: /^\/gui\/([^/]+)\/?$/, page: Submit },
  { path: /^\/tra-cuu\/?$/, page: EnterCode },
  { path: /^\/tra-cuu\/([^/]+)\/?$/, page: Track },
  { path: /^\/xac-nhan\/?$/, page: EnterLetterCode },
  { path: /^\/xac-nhan\/([^/]+)\/?$/, page: LetterConfirmation },
  { path: /^\/tra-loi\/([^/]+)\/?$/, page: TechnicianAnswer },
  { path: /^\/quy-trinh-cong-khai\/([^/]+)\/?$/, page: PublishedProcedure },
];

export function CustomerPages() {
  const { path } = useAddress();
  useArrival(path);
  for (const { path: pattern, page: Shown } of pages) {
    const found = pattern.exec(path);
    if (!found) continue;
    const named = decodeURIComponent(found[1] ?? "");
    return (
      <Suspense
        fallback={
          <Frame>
            <Waiting />
          </Frame>
        }
      >
        <Shown key={named} named={named} />
      </Suspense>
    );
  }
  return <NoPage />;
}

function NoPage() {
  const words = useWords(wordsOfCustomer);
  return (
    <Frame title={words.noPage}>
      <p>
        <Link to="/tra-cuu" className="font-medium text-accent underline">
          {words.track}
        </Link>
      </p>
    </Frame>
  );
}

/** A page that is loaded when it is opened; where it cannot be, it says so and can be asked for again. */
function later(load: () => Promise<Page>) {
  return lazy(() =>
    load().then(
      (page) => ({ default: page }),
      () => ({ default: NotLoaded }),
    ),
  );
}

function NotLoaded() {
  return (
    <Frame>
      <Trouble error={new NoConnection()} onRetry={() => location.reload()} />
    </Frame>
  );
}
