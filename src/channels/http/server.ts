import cookie from "@fastify/cookie";
import Fastify, { LogController, type FastifyServerOptions } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { identityCache } from "../../access/identity-cache.ts";
import { MAX_PARAM_CHARS } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { answerLinkRoutes } from "./answer-links.ts";
import { approvalRoutes } from "./approvals.ts";
import { arrivalHandlingRoutes } from "./arrival-handling.ts";
import { arrivalRoutes } from "./arrivals.ts";
import { assignmentRoutes } from "./assignments.ts";
import { attachmentRoutes } from "./attachments.ts";
import { calendarDayRoutes } from "./calendar-days.ts";
import { calendarYearRoutes } from "./calendar-years.ts";
import { calendarRoutes } from "./calendars.ts";
import { callBackRoutes } from "./call-backs.ts";
import { connectionKinds as knownConnectionKinds } from "../connection-kinds.ts";
import { channelConnectionRoutes } from "./channel-connections.ts";
import { channelConnectionTestRoutes } from "./channel-connection-tests.ts";
import { channelRoutes } from "./channels.ts";
import { hookRoutes } from "../hooks/hook-routes.ts";
import { complaintActionRoutes } from "./complaint-actions.ts";
import { complaintClockRoutes } from "./complaint-clocks.ts";
import { complaintDocumentRoutes } from "./complaint-documents.ts";
import { complaintDossierRoutes } from "./complaint-dossiers.ts";
import { meetingCalendarRoutes, publicMeetingCalendarRoutes } from "./meeting-calendars.ts";
import { downloadLinkRoutes } from "./download-links.ts";
import { mailTextRoutes } from "./mail-texts.ts";
import { publicDailyMailRoutes } from "./public-daily-mail.ts";
import { replyAdviceRoutes } from "./reply-advice.ts";
import { replyMacroRoutes } from "./reply-macros.ts";
import { complaintPaperRoutes } from "./complaint-papers.ts";
import { paperPreviewRoutes } from "./paper-previews.ts";
import { complaintEventRoutes } from "./complaint-events.ts";
import { complaintExportRoutes } from "./complaint-export.ts";
import { complaintFilterRoutes } from "./complaint-filters.ts";
import { complaintListRoutes } from "./complaint-list.ts";
import { complaintMessageRoutes } from "./complaint-messages.ts";
import { complaintPreviewRoutes } from "./complaint-previews.ts";
import { complaintPresenceRoutes } from "./complaint-presence.ts";
import { complaintReceiptRoutes } from "./complaint-receipt.ts";
import { complaintRedactionRoutes } from "./complaint-redactions.ts";
import { complaintRoutes } from "./complaints.ts";
import { cookiesOf } from "./cookies.ts";
import { phoneHookRoutes } from "../phone/hook-routes.ts";
import { coordinationRoutes } from "./coordinations.ts";
import { customerRoutes } from "./customers.ts";
import { describeApi } from "./describe-api.ts";
import { dueRoutes } from "./due.ts";
import { editionChangeRoutes } from "./edition-changes.ts";
import { englishNameRoutes } from "./english-names.ts";
import { editionDocumentRoutes } from "./edition-document.ts";
import { healthRoutes, partsRoutes } from "./health.ts";
import { identifyRequests } from "./identify.ts";
import { incidentComplaintRoutes } from "./incident-complaints.ts";
import { incidentRoutes } from "./incidents.ts";
import { incomingLetterExportRoutes } from "./incoming-letter-export.ts";
import { incomingLetterRoutes } from "./incoming-letters.ts";
import { BODY_BYTES_MAX, readJsonBodies } from "./json-body.ts";
import { likelyDuplicateRoutes } from "./likely-duplicates.ts";
import { matchRoutes } from "./matches.ts";
import { demonstrationRoutes, type Accounts } from "./demonstration.ts";
import { organisationLogRoutes } from "./organisation-log.ts";
import { dailyMailRoutes, notificationRoutes } from "./notifications.ts";
import { organisationProfileRoutes } from "./organisation-profile.ts";
import { organisationRoutes } from "./organisations.ts";
import { ownAccountRoutes } from "./own-account.ts";
import { overviewRoutes } from "./overview.ts";
import { pageRoutes } from "./pages.ts";
import { peopleRoutes } from "./people.ts";
import { phoneCallRoutes } from "./phone-calls.ts";
import { answerProblems, problemOfServer, sendProblem } from "./problem-answer.ts";
import { problemPages } from "./problem-pages.ts";
import { proposedDuplicateRoutes } from "./proposed-duplicates.ts";
import { procedureRoutes } from "./procedures.ts";
import { validateByZod } from "./request-validation.ts";
import { savedViewRoutes } from "./saved-views.ts";
import { sessionRoutes } from "./session.ts";
import { publicAnswerRoutes } from "./public-answers.ts";
import { publicAttachmentRoutes } from "./public-attachments.ts";
import { publicCommandRoutes } from "./public-commands.ts";
import { publicComplaintRoutes } from "./public-complaints.ts";
import { publicLetterPdfRoutes } from "./public-letter-pdf.ts";
import { outgoingLetterExportRoutes } from "./outgoing-letter-export.ts";
import { outgoingLetterRoutes } from "./outgoing-letters.ts";
import { publicLetterRoutes } from "./public-letters.ts";
import { publicOneTimeCodeRoutes } from "./public-one-time-codes.ts";
import { publicOrganisationRoutes } from "./public-organisations.ts";
import { publicProcedureRoutes } from "./public-procedures.ts";
import { publicTrackingRoutes } from "./public-tracking.ts";
import { shiftNoteRoutes } from "./shift-notes.ts";
import { streamRoutes } from "./stream.ts";
import { tokenRoutes } from "./tokens.ts";
import { trackingCodeRoutes } from "./tracking-codes.ts";
import { keepTrainingApart, trainingRoutes } from "./training.ts";
import { unitRoutes } from "./units.ts";
import { verbRoutes } from "./verbs.ts";
import { wordTemplateRoutes } from "./word-templates.ts";
import { workQueueRoutes } from "./work-queues.ts";

const CLOSE_MS_MAX = 5000;

/** How long a request may take to arrive: the largest document over a poor line. Without it, one that never ends is waited for. */
const REQUEST_MS_MAX = 30 * 60_000;

type ServerOptions = {
  logger?: FastifyServerOptions["logger"];
  accounts?: Accounts | undefined;
  /** Addresses and networks of proxies that say for whom they ask; from anywhere else the claim is not believed. */
  trustedProxies?: string[];
};

/** The web server with its wiring API, not yet listening. Closing it lets requests that are under way finish. */
export async function httpServer(
  {
    store,
    publicUrl,
    attachments,
    mail,
    sender,
    papers,
    mailTexts,
    secretsKey,
    connectionKinds = knownConnectionKinds,
  }: Pick<Wiring, "store" | "publicUrl" | "attachments"> &
    Partial<Pick<Wiring, "mail" | "sender" | "papers" | "mailTexts" | "secretsKey" | "connectionKinds">>,
  { logger = false, accounts, trustedProxies = ["loopback"] }: ServerOptions = {},
): Promise<Api> {
  const { pool, registry, newId } = store;
  const identities = identityCache(pool, () => performance.now());
  const now = () => new Date().toISOString();
  const cookies = cookiesOf(publicUrl);
  const parts = { store, pool, registry, newId, identities, publicUrl, attachments, now, cookies, mail, papers };
  const wiring: Wiring = { ...parts, mailTexts, sender, secretsKey, connectionKinds };
  const api: Api = Fastify({
    ...(logger === undefined ? {} : { logger }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    trustProxy: trustedProxies,
    // Ours, so that a caller cannot make two requests look like one in the log.
    genReqId: () => newId(),
    requestIdHeader: false,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    routerOptions: { maxParamLength: MAX_PARAM_CHARS },
    // No addresses and no query: both can be personal.
    logController: new LogController({ disableRequestLogging: true }),
    // What the router itself cannot read never reaches the error handler.
    frameworkErrors: (error, request, reply) => void sendProblem(problemOfServer(error), request, reply),
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
  }).withTypeProvider<ZodTypeProvider>();
  api.setValidatorCompiler(validateByZod);
  // The schemas of answers describe them; checking each answer against them would double the cost of a read.
  api.setSerializerCompiler(() => (body) => JSON.stringify(body));
  answerProblems(api);
  readJsonBodies(api);
  guardAnswers(api);
  logRequests(api);
  closeInTime(api);
  api.addHook("onClose", async () => papers?.close());
  await api.register(cookie);
  identifyRequests(api, { identities, publicUrl, cookies });
  keepTrainingApart(api);
  await describeApi(api, { cookies });
  demonstrationRoutes(api, { accounts });
  await pageRoutes(api);
  problemPages(api);
  healthRoutes(api, wiring);
  await phoneHookRoutes(api, wiring);
  await api.register(
    async (routes) => {
      partsRoutes(routes, wiring);
      addResources(routes, wiring);
      await attachmentRoutes(routes, wiring);
      addPublicResources(routes, wiring, { isDemonstration: accounts !== undefined });
    },
    { prefix: "/api/v1" },
  );
  await api.register(async (routes) => hookRoutes(routes, wiring), {
    prefix: "/hooks/v1/:organisation/:connectionId",
  });
  return api;
}

function addResources(api: Api, wiring: Wiring): void {
  sessionRoutes(api, wiring);
  ownAccountRoutes(api, wiring);
  trainingRoutes(api, wiring);
  tokenRoutes(api, wiring);
  organisationRoutes(api, wiring);
  organisationProfileRoutes(api, wiring);
  organisationLogRoutes(api, wiring);
  unitRoutes(api, wiring);
  channelRoutes(api, wiring);
  channelConnectionRoutes(api, wiring);
  channelConnectionTestRoutes(api, wiring);
  arrivalRoutes(api, wiring);
  arrivalHandlingRoutes(api, wiring);
  peopleRoutes(api, wiring);
  customerRoutes(api, wiring);
  phoneCallRoutes(api, wiring);
  callBackRoutes(api, wiring);
  incomingLetterRoutes(api, wiring);
  incomingLetterExportRoutes(api, wiring);
  procedureRoutes(api, wiring);
  editionDocumentRoutes(api, wiring);
  editionChangeRoutes(api, wiring);
  englishNameRoutes(api, wiring);
  dueRoutes(api, wiring);
  calendarRoutes(api, wiring);
  calendarDayRoutes(api, wiring);
  calendarYearRoutes(api, wiring);
  streamRoutes(api, wiring);
  workQueueRoutes(api, wiring);
  overviewRoutes(api, wiring);
  shiftNoteRoutes(api, wiring);
  notificationRoutes(api, wiring);
  dailyMailRoutes(api, wiring);
  coordinationRoutes(api, wiring);
  approvalRoutes(api, wiring);
  answerLinkRoutes(api, wiring);
  complaintListRoutes(api, wiring);
  complaintFilterRoutes(api, wiring);
  complaintExportRoutes(api, wiring);
  assignmentRoutes(api, wiring);
  savedViewRoutes(api, wiring);
  complaintRoutes(api, wiring);
  complaintPreviewRoutes(api, wiring);
  complaintReceiptRoutes(api, wiring);
  likelyDuplicateRoutes(api, wiring);
  matchRoutes(api, wiring);
  proposedDuplicateRoutes(api, wiring);
  complaintDocumentRoutes(api, wiring);
  downloadLinkRoutes(api, wiring);
  replyMacroRoutes(api, wiring);
  replyAdviceRoutes(api, wiring);
  publicDailyMailRoutes(api, wiring);
  mailTextRoutes(api, wiring);
  complaintPaperRoutes(api, wiring);
  complaintDossierRoutes(api, wiring);
  meetingCalendarRoutes(api, wiring);
  paperPreviewRoutes(api, wiring);
  wordTemplateRoutes(api, wiring);
  complaintMessageRoutes(api, wiring);
  complaintPresenceRoutes(api, wiring);
  complaintRedactionRoutes(api, wiring);
  complaintEventRoutes(api, wiring);
  complaintClockRoutes(api, wiring);
  complaintActionRoutes(api, wiring);
  trackingCodeRoutes(api, wiring);
  verbRoutes(api, wiring);
  incidentRoutes(api, wiring);
  incidentComplaintRoutes(api, wiring);
}

/** What is open to everybody: a customer has a code and no account. */
function addPublicResources(api: Api, wiring: Wiring, { isDemonstration }: { isDemonstration: boolean }): void {
  publicOrganisationRoutes(api, wiring);
  publicProcedureRoutes(api, wiring);
  publicAttachmentRoutes(api, wiring);
  publicComplaintRoutes(api, wiring);
  publicTrackingRoutes(api, wiring);
  publicMeetingCalendarRoutes(api, wiring);
  publicLetterPdfRoutes(api, wiring);
  publicLetterRoutes(api, wiring);
  outgoingLetterRoutes(api, wiring);
  outgoingLetterExportRoutes(api, wiring);
  publicOneTimeCodeRoutes(api, wiring, { isDemonstration });
  publicCommandRoutes(api, wiring);
  publicAnswerRoutes(api, wiring);
}

function guardAnswers(api: Api): void {
  api.addHook("onSend", async (request, reply) => {
    reply.header("x-content-type-options", "nosniff");
    reply.header("request-id", request.id);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    if (!reply.hasHeader("referrer-policy")) reply.header("referrer-policy", "same-origin");
  });
}

/** Lets requests that are under way finish; whoever takes longer is cut off, so that a stop always comes to its end. */
function closeInTime(api: Api): void {
  let underWay = 0;
  api.server.on("request", (_request, response) => {
    underWay += 1;
    response.once("close", () => (underWay -= 1));
  });
  api.addHook("preClose", async () => {
    const cutOffAt = performance.now() + CLOSE_MS_MAX;
    // Node keeps connections open that a browser made ahead and never used.
    const looking = setInterval(() => {
      if (underWay === 0 || performance.now() > cutOffAt) api.server.closeAllConnections();
    }, 20);
    api.server.once("close", () => clearInterval(looking));
    looking.unref();
  });
}

/** One line for each request: which route, how it ended, how long it took, and never what was in it. */
function logRequests(api: Api): void {
  api.addHook("onResponse", async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      personId: request.signedIn?.identity.personId,
    };
    request.log.info(line, "request");
  });
}
