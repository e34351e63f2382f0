import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, Forbidden } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import { whyNotDecide } from "./decide.ts";
import { endChange } from "./end-change.ts";
import { CHANGES_QUEUE } from "./start-change.ts";
import { lockChange } from "./stored.ts";

export const CONTROLS = ["pause", "resume", "cancel"] as const;
export type Control = (typeof CONTROLS)[number];

/**
 * Pauses, goes on with or cancels a change that is being carried out. What is under way at that moment
 * is brought to its end.
 *
 * @throws Forbidden, Conflict when the change is not in a state for it, NotFound.
 */
export async function control(actor: Actor, id: string, action: Control): Promise<void> {
  const why = whyNotDecide(actor);
  if (why !== null) {
    await recordDenial(actor, { of: "change", id });
    throw new Forbidden(why);
  }
  await asActor(actor, async (sql) => {
    const { state } = await lockChange(sql, id, "update");
    const isFit =
      action === "pause"
        ? state === "running"
        : action === "resume"
          ? state === "paused"
          : state === "running" || state === "paused";
    if (!isFit) throw new Conflict(`A change that is ${state} cannot be ${PARTICIPLES[action]}.`);
    if (action === "cancel") return endChange(sql, actor, id, "cancelled");
    await sql`
      update store.change_sets set state = ${action === "pause" ? "paused" : "running"} where id = ${id}`;
    if (action === "resume") {
      await sql`
        insert into store.outbox (queue, reference, created_at)
        values (${CHANGES_QUEUE}, ${id}, ${wallNow()})`;
    }
    await recordAudit(sql, actor, {
      action: `change.${action}`,
      resourceType: "change",
      resourceId: id,
      changes: {},
    });
  });
}

const PARTICIPLES = { pause: "paused", resume: "resumed", cancel: "cancelled" } as const;
