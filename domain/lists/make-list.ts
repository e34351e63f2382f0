import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { requirePerson } from "#domain/threads/thread.ts";
import { iccidsIn } from "./iccids-in.ts";
import { namesLike, plainName } from "./list-name.ts";

export const NewList = z.object({
  /** Of the file. */
  name: z.string().max(300),
  text: z.string(),
});

export interface MadeList {
  /** What questions call it: the file's name, with a number where there was one of that name. */
  readonly name: string;
  readonly simCount: number;
  readonly notFound: readonly string[];
  /** Lines of the file that hold something but no ICCID, by number. */
  readonly unreadLines: readonly number[];
}

/**
 * Keeps the SIMs that a file names as a list of the organisation, for questions about them.
 *
 * @throws Invalid when the file holds no ICCID, or none of this fleet.
 */
export async function makeList(actor: Actor, file: z.output<typeof NewList>): Promise<MadeList> {
  requirePerson(actor);
  const { iccids, unreadLines } = iccidsIn(file.text);
  return asActor(actor, async (sql) => {
    const known = await sql<{ iccid: string }[]>`
      select iccid from fleet.sims where iccid = any(${iccids}::text[])`;
    if (known.length === 0) {
      throw new Invalid(
        `None of the ${iccids.length.toLocaleString("en")} ICCIDs in this file is in your fleet.`,
      );
    }
    const found = new Set(known.map(({ iccid }) => iccid));
    const notFound = iccids.filter((iccid) => !found.has(iccid));
    const name = await freeName(sql, plainName(file.name) || "list");
    await sql`
      insert into store.sim_lists (name, made_by, not_found, made_at)
      values (${name}, ${actor.name}, ${notFound}::text[], ${wallNow()})`;
    await sql`
      insert into store.listed_sims (list, iccid)
      select ${name}, unnest(${[...found]}::text[])`;
    await recordAudit(sql, actor, {
      action: "list.create",
      resourceType: "list",
      resourceId: name,
      changes: { sims: found.size },
    });
    return { name, simCount: found.size, notFound, unreadLines };
  });
}

async function freeName(sql: Transaction, name: string): Promise<string> {
  const taken = await namesLike(sql, name);
  let free = name;
  for (let next = 2; taken.has(free.toLowerCase()); next++) free = `${name} (${next})`;
  return free;
}
