import { z } from "zod";
import { sourceSchema } from "./source.ts";

/**
 * What whoever writes a reply is quietly reminded of: it thanks the customer; it owns the problem; it says by which day what is done;
 * it speaks of this matter and is no template; it is not too long; it is in time.
 */
export const replyAdvices = ["thanks", "owns", "date", "own-words", "short", "in-time"] as const;
export type ReplyAdvice = (typeof replyAdvices)[number];

/** Which of them a provider's text asks for, and after how many words (syllables, as Vietnamese writes them) a reply is long. */
export const replyAdviceSchema = z.strictObject({
  checks: z.array(z.enum(replyAdvices)).min(1),
  wordsMax: z.int().min(20).max(5000),
  source: sourceSchema,
});
export type ReplyAdviceRule = z.infer<typeof replyAdviceSchema>;

/** Where a text says nothing of it: advice binds nobody. */
export const GENERAL_ADVICE: Pick<ReplyAdviceRule, "checks" | "wordsMax"> = {
  checks: [...replyAdvices],
  wordsMax: 300,
};
