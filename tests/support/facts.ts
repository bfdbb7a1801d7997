import type { EventData } from "../../src/complaint/events/event.ts";
import { did } from "./given.ts";

// Facts with which many stories begin. Only what a story is about is said where it is told: `replied({ final: false })`.

/** Under `ask-1`, unit `network` is asked something by phone. */
export function asked(changes: Partial<EventData<"CoordinationRequested">> = {}) {
  return did("CoordinationRequested", {
    coordinationId: "ask-1",
    unit: "network",
    via: "phone",
    question: "Đo tuyến",
    information: {},
    ...changes,
  });
}

/** The answer to `ask-1`, by phone, without a day by which anything is repaired. */
export function answered(changes: Partial<EventData<"CoordinationAnswered">> = {}) {
  return did("CoordinationAnswered", {
    coordinationId: "ask-1",
    cause: "Suy hao",
    measure: "Hàn lại",
    filled: {},
    attachments: [],
    via: "phone",
    ...changes,
  });
}

/** The answer to `ask-1` is fit for the customer. */
export function answerAccepted(changes: Partial<EventData<"CoordinationAccepted">> = {}) {
  return did("CoordinationAccepted", { coordinationId: "ask-1", repairDone: false, ...changes });
}

/** `reply-1`: the final reply of the first round, by phone, without a promise. */
export function replied(changes: Partial<EventData<"ReplyGiven">> = {}) {
  return did("ReplyGiven", {
    replyId: "reply-1",
    round: 1,
    level: 1,
    final: true,
    substantive: true,
    channel: "phone",
    written: false,
    content: "Đã sửa",
    promises: [],
    attachments: [],
    ...changes,
  });
}
