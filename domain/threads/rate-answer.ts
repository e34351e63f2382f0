import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { storableText } from "#db/storable.ts";
import { requirePerson } from "./thread.ts";

export const Rating = z.object({
  /** null takes it back. */
  rating: z.enum(["good", "bad"]).nullable(),
  comment: z.string().trim().max(2000, "must have at most 2,000 characters").default(""),
});
export type Rating = z.output<typeof Rating>;

/**
 * Keeps what the person thought of an answer; a later opinion takes the place of an earlier one.
 *
 * @throws NotFound when there is no such answer.
 */
export async function rateAnswer(
  actor: Actor,
  { threadId, messageId }: { readonly threadId: string; readonly messageId: string },
  { rating, comment }: Rating,
): Promise<void> {
  requirePerson(actor);
  await asActor(actor, async (sql) => {
    const [rated] = await sql`
      update store.messages
      set rating = ${rating}, rated_at = ${rating && wallNow()},
        rating_comment = ${rating && comment !== "" ? storableText(comment) : null}
      where thread_id = ${threadId} and id = ${messageId} and role = 'assistant' returning 1`;
    if (!rated) throw new NotFound("There is no such answer. It may have been deleted.");
  });
}
