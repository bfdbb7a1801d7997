import assert from "node:assert/strict";
import { test } from "node:test";
import { loadMailTexts } from "../../procedure/load/mail-texts.ts";
import { smsText } from "../sms/sms-text.ts";
import { shortText } from "./short-text.ts";

const texts = loadMailTexts()("vi", undefined);
const gateway = { inForm: (text: string) => smsText(text, "plain"), partsMax: 2 };
const link = "https://hoiam.example/tra-cuu/vntt-7K3M-9QXT-2B4R-HN8W";
const reply = (message: string) => ({
  id: "reply" as const,
  valuesIn: () => ({ organisation: "VNTT", number: "KN-2026-000001", message }),
  documents: [],
});

test("a short answer stands in the message itself", () => {
  assert.deepEqual(shortText(texts, { saying: reply("Cước đã được điều chỉnh."), link, gateway }), {
    text: `VNTT tra loi khieu nai KN-2026-000001:\nCuoc da duoc dieu chinh.\nXem: ${link}`,
    parts: 1,
  });
});

test("what is longer than the parts that are paid for is read behind the link", () => {
  assert.deepEqual(shortText(texts, { saying: reply("Kính gửi Quý khách. ".repeat(40)), link, gateway }), {
    text: `VNTT tra loi khieu nai KN-2026-000001:\nXem: ${link}`,
    parts: 1,
  });
});

test("a list stands in a row", () => {
  const wanted = {
    id: "information-request" as const,
    valuesIn: () => ({ organisation: "VNTT", number: "KN-1", wanted: "- Hóa đơn\n- Ảnh chụp", message: "" }),
    documents: [],
  };
  assert.equal(
    shortText(texts, { saying: wanted, link, gateway }).text,
    `VNTT can Quy khach bo sung cho khieu nai KN-1:\nHoa don; Anh chup\nBo sung tai: ${link}`,
  );
});
