import assert from "node:assert/strict";
import { it } from "node:test";
import { paperAsked } from "../../../tests/support/paper-file.ts";
import { readMail } from "../../../tests/support/read-mail.ts";
import { loadEditions } from "../../procedure/load/load-editions.ts";
import { messageBytes } from "./message.ts";
import { saidOf } from "./said-of.ts";

it("mail that invites a customer brings the meeting for their calendar", async () => {
  const loaded = loadEditions([`${import.meta.dirname}/../../../procedures`]);
  assert.ok(loaded.ok);
  const edition = loaded.registry.editions().find(({ ref }) => ref.organisation === "kplus");
  const paper = edition?.papers.find(({ id }) => id === "invitation");
  assert.ok(edition && paper);
  const file = paperAsked(edition, paper);
  const invited = file.events.find(({ type }) => type === "CustomerInvited");
  assert.ok(invited);
  const said = saidOf(invited, file);
  assert.deepEqual(
    said?.made?.map(({ name, type }) => [name, type]),
    [["loi-moi.ics", "text/calendar; charset=utf-8"]],
  );
  const bytes = await messageBytes(
    {
      messageId: "<a@b.example>",
      from: { name: "K+", address: "k@b.example" },
      replyTo: undefined,
      to: "minh@thudo.vn",
      subject: "Giấy mời",
      text: "Kính mời.",
      thread: [],
      isAutomatic: false,
      attachments: said?.made ?? [],
    },
    undefined,
  );
  const raw = bytes.toString("latin1");
  assert.match(raw, /Content-Type: text\/calendar; charset=utf-8; name=loi-moi\.ics/);
  assert.match(raw, /Content-Disposition: attachment; filename=loi-moi\.ics/);
  const [calendar = ""] = readMail(raw).attachments;
  assert.match(calendar, /\r\nDTSTART;TZID=Asia\/Ho_Chi_Minh:20260318T140000\r\nSUMMARY:Làm việc với K\+/);
});
