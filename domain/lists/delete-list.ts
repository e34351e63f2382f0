import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { lockList } from "./may-change.ts";

/** Forgets a list; its SIMs stay as they are. @throws NotFound, Forbidden */
export async function deleteList(actor: Actor, name: string): Promise<void> {
  await asActor(actor, async (sql) => {
    await lockList(sql, actor, name);
    const members = await sql`delete from store.listed_sims where list = ${name} returning 1`;
    await sql`delete from store.sim_lists where name = ${name}`;
    await recordAudit(sql, actor, {
      action: "list.delete",
      resourceType: "list",
      resourceId: name,
      changes: { sims: members.length },
    });
  });
}
