import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouteComponent,
} from "@tanstack/react-router";
import { askAs, ServerProblem } from "../api/ask.ts";
import { answerOptions } from "../api/use-answer.ts";
import { Failed, Loading } from "../parts/states.tsx";
import { arrivalsSearchFrom } from "../pages/arrivals/arrivals-search.ts";
import { readAhead } from "../pages/complaint/file.ts";
import { inboxSearchFrom } from "../pages/unit-inbox/inbox-search.ts";
import { lastSearch, queryOf, searchFrom } from "../pages/work-queue/queue-search.ts";
import { rowsOptions } from "../pages/work-queue/use-rows.ts";
import type { Session } from "./session.ts";
import { FailedPage } from "./shell/failed-page.tsx";
import { Shell } from "./shell/shell.tsx";

type Context = { client: QueryClient };

const root = createRootRouteWithContext<Context>()();

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/dang-nhap",
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    typeof next === "string" && /^\/(?!\/)/.test(next) ? { next } : {},
  component: lazyRouteComponent(() => import("../pages/sign-in/sign-in.tsx"), "SignIn"),
});

/** Who is signed in; whoever is not is brought back to where they wanted to go. */
async function signedIn(client: QueryClient, href: string): Promise<Session> {
  try {
    const session = await client.ensureQueryData(answerOptions("GET /session", {}));
    askAs(session);
    return session;
  } catch (error) {
    if (!(error instanceof ServerProblem) || error.problem.status !== 401) throw error;
    throw redirect({ to: "/dang-nhap", search: { next: href } });
  }
}

const password = createRoute({
  getParentRoute: () => root,
  path: "/mat-khau",
  beforeLoad: async ({ context, location }) => void (await signedIn(context.client, location.href)),
  component: lazyRouteComponent(() => import("../pages/password/password.tsx"), "Password"),
});

/** Everything behind the sign-in. Who came in with a password that somebody else set chooses their own first. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Shell,
  errorComponent: FailedPage,
  beforeLoad: async ({ context, location }) => {
    const { mustChangePassword } = await signedIn(context.client, location.href);
    if (mustChangePassword) throw redirect({ to: "/mat-khau" });
  },
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  beforeLoad: async ({ context, location }) => {
    throw redirect({ to: await whereWorkWaits(context.client, location.href), replace: true });
  },
});

/** Whoever takes complaints in begins with the list; units and boards with what waits for their answer, where anything does. */
async function whereWorkWaits(client: QueryClient, href: string): Promise<"/viec" | "/phoi-hop" | "/trinh-duyet"> {
  const { may } = await signedIn(client, href);
  if (may.register) return "/viec";
  const waits = await client.fetchQuery(answerOptions("GET /work-counts", {})).catch(() => undefined);
  if (waits && waits.approvals > 0) return "/trinh-duyet";
  return waits && waits.coordinations > 0 ? "/phoi-hop" : "/viec";
}

function page<Path extends string>(path: Path, load: () => Promise<RouteComponent>) {
  return createRoute({
    getParentRoute: () => inside,
    path,
    component: lazyRouteComponent(async () => ({ default: await load() })),
  });
}

/** Read before it is opened, while the pointer is still on its way. */
const complaint = createRoute({
  getParentRoute: () => inside,
  path: "/khieu-nai/$complaintId",
  loader: ({ context, params }) => void readAhead(context.client, params.complaintId),
  component: lazyRouteComponent(() => import("../pages/complaint/complaint.tsx"), "ComplaintPage"),
});

/** Its address is the list; without one, the list last looked at. It is read while the page itself still comes. */
const queue = createRoute({
  getParentRoute: () => inside,
  path: "/viec",
  validateSearch: searchFrom,
  beforeLoad: ({ search }) => {
    if (Object.keys(search).length === 0) throw redirect({ to: "/viec", search: lastSearch(), replace: true });
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.client.prefetchInfiniteQuery(rowsOptions(queryOf(deps))),
  component: lazyRouteComponent(() => import("../pages/work-queue/work-queue.tsx"), "WorkQueue"),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: "/phoi-hop",
  validateSearch: inboxSearchFrom,
  component: lazyRouteComponent(() => import("../pages/unit-inbox/unit-inbox.tsx"), "UnitInbox"),
});

const approvals = createRoute({
  getParentRoute: () => inside,
  path: "/trinh-duyet",
  validateSearch: ({ item }: Record<string, unknown>): { item?: string } => (typeof item === "string" ? { item } : {}),
  component: lazyRouteComponent(() => import("../pages/approvals/approvals.tsx"), "Approvals"),
});

/** `letter`, `call`: what it is taken in from. */
const intake = createRoute({
  getParentRoute: () => inside,
  path: "/tiep-nhan",
  validateSearch: ({ letter, call }: Record<string, unknown>): { letter?: string; call?: string } => ({
    ...(typeof letter === "string" ? { letter } : {}),
    ...(typeof call === "string" ? { call } : {}),
  }),
  component: lazyRouteComponent(() => import("../pages/intake/intake.tsx"), "Intake"),
});

const letter = createRoute({
  getParentRoute: () => inside,
  path: "/cong-van-den/$letterId",
  component: lazyRouteComponent(() => import("../pages/incoming-letters/incoming-letter.tsx"), "IncomingLetter"),
});

const arrivals = createRoute({
  getParentRoute: () => inside,
  path: "/thu-den",
  validateSearch: arrivalsSearchFrom,
  component: lazyRouteComponent(() => import("../pages/arrivals/arrivals.tsx"), "Arrivals"),
});

const procedurePage = async () => (await import("../pages/procedure/procedure.tsx")).ProcedurePage;
const pages = [
  page("/cong-van-den", async () => (await import("../pages/incoming-letters/incoming-letters.tsx")).IncomingLetters),
  page("/cong-van-di", async () => (await import("../pages/outgoing-letters/outgoing-letters.tsx")).OutgoingLetters),
  page("/dien-thoai", async () => (await import("../pages/calls/calls.tsx")).Calls),
  page("/quy-trinh", procedurePage),
  page("/quy-trinh/$hash", procedurePage),
  page("/tong-quan", async () => (await import("../pages/overview/overview.tsx")).Overview),
  page("/quan-tri", async () => (await import("../pages/administration/administration.tsx")).Administration),
  page("/phieu-giay", async () => (await import("../pages/paper-form/paper-form.tsx")).PaperForm),
  page("/loi-thu", async () => (await import("../pages/mail-texts/mail-texts.tsx")).MailTexts),
  page("/mau-cau", async () => (await import("../pages/reply-macros/reply-macros.tsx")).ReplyMacros),
  page("/thong-bao", async () => (await import("../pages/notifications/notifications.tsx")).Notifications),
];

export function newRouter(client: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      signIn,
      password,
      inside.addChildren([home, queue, complaint, inbox, approvals, arrivals, intake, letter, ...pages]),
    ]),
    context: { client },
    defaultPreload: "intent",
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} isPage />,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
