import assert from "node:assert/strict";
import { test } from "node:test";
import { bothNames, englishNamesIn, withoutEnglish } from "./english.ts";

test("a name is said in both languages, and in the provider's own where the pack has no English", () => {
  assert.deepEqual(bothNames({ name: "Phòng CSKH", en: "Customer care" }), { vi: "Phòng CSKH", en: "Customer care" });
  assert.deepEqual(bothNames({ name: "Phòng CSKH" }), { vi: "Phòng CSKH", en: "Phòng CSKH" });
});

const pack = {
  units: [{ id: "cskh", name: "Phòng CSKH", en: "Customer care" }],
  stages: [{ name: "Tiếp nhận", moves: [{ verb: "accept", name: "Nhận", en: "Take on" }] }],
  letters: { en: "Kính gửi" },
};

test("English names are found wherever they stand, by the Vietnamese ones", () => {
  assert.deepEqual(englishNamesIn([pack]), { "Phòng CSKH": "Customer care", Nhận: "Take on" });
});

test("the text that is frozen has none of them, and keeps everything else", () => {
  assert.deepEqual(withoutEnglish(pack), {
    units: [{ id: "cskh", name: "Phòng CSKH" }],
    stages: [{ name: "Tiếp nhận", moves: [{ verb: "accept", name: "Nhận" }] }],
    letters: { en: "Kính gửi" },
  });
});
