import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { bkns } from "./conversations/bkns.ts";
import { dcnet } from "./conversations/dcnet.ts";
import { ihostinger } from "./conversations/ihostinger.ts";
import { kplus } from "./conversations/kplus.ts";
import { vntt } from "./conversations/vntt.ts";
import { beginConversation, type Story } from "./support/conversation.ts";
import { startMailProgram, type MailProgram } from "./support/mail-program.ts";
import { withoutMailServers } from "./support/mail-servers.ts";

const STORIES: readonly Story[] = [vntt, dcnet, bkns, ihostinger, kplus];

/**
 * Each published procedure by mail only, from the customer's first mail to the archived file: through exim, dovecot and the whole
 * program, with every paper that its text names on the way that is taken.
 */
describe(
  "each procedure by mail, from the first mail to the archive",
  { skip: withoutMailServers(), timeout: 300_000, concurrency: true },
  () => {
    let program: MailProgram;
    before(async () => {
      program = await startMailProgram(
        STORIES.map(({ organisation }) => organisation),
        STORIES.map(({ customer }) => customer),
      );
    });
    after(() => program.close());

    for (const story of STORIES)
      it(story.organisation, async () => {
        const conversation = await beginConversation(program, story);
        await story.tell(conversation);
        assert.deepEqual(await conversation.end(), story.ended);
      });
  },
);
