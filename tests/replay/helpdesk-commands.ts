import type { Command } from "../../src/complaint/command.ts";
import { isCoordinationOpen } from "../../src/complaint/facts.ts";
import type { Complaint } from "../../src/complaint/state.ts";
import type { LogLine } from "./helpdesk-log.ts";

type Said = Pick<Command, "verb" | "data">;

/** The commands for one line, by the table at the head of `procedures/help-desk/ticket/2010-01-01.yaml`. */
export function commandsFor(line: LogLine, complaint: Complaint | undefined): Command[] {
  const begins: Said[] = complaint ? reopened(line, complaint) : [registered(line)];
  const isOnlyBeginning = !complaint && line.activity === "Insert ticket";
  const said = isOnlyBeginning ? begins : [...begins, saidOf(line, complaint)];
  return said.map((each) => ({ ...each, occurredAt: line.at }));
}

function registered({ ticket }: LogLine): Said {
  return { verb: "register", data: { channel: "ticket", content: `Phiếu ${ticket}`, imported: true } };
}

function reopened({ activity }: LogLine, { phase }: Complaint): Said[] {
  const isEnded = phase === "closed" || phase === "archived";
  return isEnded && !isNote(activity) ? [{ verb: "reopen", data: { reason: `sau khi đóng còn: ${activity}` } }] : [];
}

function saidOf({ activity, resource, seriousness }: LogLine, complaint: Complaint | undefined): Said {
  switch (activity) {
    case "Assign seriousness": {
      const kind = `severity-${seriousness.replace("Value ", "")}`;
      return complaint?.classification
        ? { verb: "reclassify", data: { kind, reason: activity } }
        : { verb: "classify", data: { kind } };
    }
    case "Take in charge ticket":
      return complaint?.ownerId === resource
        ? { verb: "note", data: { text: "nhận lại" } }
        : { verb: "assign", data: { personId: resource } };
    case "Wait":
      return { verb: "request-information", data: { wanted: ["thông tin"], channel: "ticket" } };
    case "Require upgrade": {
      const open = complaint?.coordinations.find(isCoordinationOpen);
      return open
        ? { verb: "remind-coordination", data: { coordinationId: open.coordinationId } }
        : { verb: "request-coordination", data: { requests: [{ unit: "product", question: activity }] } };
    }
    case "Create SW anomaly":
      return { verb: "record-finding", data: { cause: activity, rootCause: "provider", needsOnSite: false } };
    case "Schedule intervention":
      return { verb: "record-finding", data: { cause: activity, rootCause: "unknown", needsOnSite: true } };
    case "Resolve SW anomaly":
      return { verb: "record-handling", data: { method: activity, place: "core", fixed: true } };
    case "Resolve ticket":
    case "RESOLVED":
      return { verb: "reply", data: { content: activity, final: true, channel: "ticket" } };
    case "Closed":
      return { verb: "close", data: { outcome: "solved" } };
    case "Insert ticket":
    case "VERIFIED":
    case "INVALID":
    case "DUPLICATE":
      return { verb: "note", data: { text: activity } };
    default:
      throw new Error(`the table says nothing of "${activity}"`);
  }
}

function isNote(activity: string): boolean {
  return ["Insert ticket", "VERIFIED", "INVALID", "DUPLICATE"].includes(activity);
}
