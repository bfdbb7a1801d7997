import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { bkns } from "./conversations/bkns.ts";
import { dcnet } from "./conversations/dcnet.ts";
import { ihostinger } from "./conversations/ihostinger.ts";
import { kplusRefused } from "./conversations/kplus-refused.ts";
import { kplus } from "./conversations/kplus.ts";
import { vntt } from "./conversations/vntt.ts";
import { beginConversation, type Story } from "./support/conversation.ts";
import { startMailProgram, type MailProgram } from "./support/mail-program.ts";
import { withoutMailServers } from "./support/mail-servers.ts";

/** Providers side by side; of one provider, whose registers count on, one after the other. */
const STORIES: readonly (readonly Story[])[] = [[vntt], [dcnet], [bkns], [ihostinger], [kplus, kplusRefused]];

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
      const stories = STORIES.flat();
      const organisations = new Set(stories.map(({ organisation }) => organisation));
      program = await startMailProgram(
        [...organisations],
        stories.map(({ customer }) => customer),
      );
    });
    after(() => program.close());

    for (const stories of STORIES)
      it(stories.map(({ organisation, tells }) => `${organisation}: ${tells}`).join("; "), async () => {
        for (const story of stories) {
          const conversation = await beginConversation(program, story);
          await story.tell(conversation);
          assert.deepEqual(await conversation.end(), story.ended);
        }
      });
  },
);
