import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { Conflict, Invalid } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { namesLike, plainName } from "./list-name.ts";
import { lockList } from "./may-change.ts";

export const NewName = z.object({ name: z.string().max(300) });

/** @throws Conflict where another list is called that; Invalid, NotFound, Forbidden */
export async function renameList(
  actor: Actor,
  name: string,
  wanted: string,
): Promise<{ name: string }> {
  const next = plainName(wanted);
  if (next === "") throw new Invalid("A name needs letters or digits.");
  await asActor(actor, async (sql) => {
    await lockList(sql, actor, name);
    if (next === name) return;
    const taken = await namesLike(sql, next);
    if (taken.has(next.toLowerCase()) && next.toLowerCase() !== name.toLowerCase())
      throw new Conflict(`Another list is called “${next}”. Choose another name.`);
    await sql`
      insert into store.sim_lists (name, made_by, not_found, made_at)
      select ${next}, made_by, not_found, made_at from store.sim_lists where name = ${name}`;
    await sql`update store.listed_sims set list = ${next} where list = ${name}`;
    await sql`delete from store.sim_lists where name = ${name}`;
    await recordAudit(sql, actor, {
      action: "list.rename",
      resourceType: "list",
      resourceId: next,
      changes: { name: { from: name, to: next } },
    });
  });
  return { name: next };
}
