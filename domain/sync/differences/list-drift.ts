import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { decodeCursor, encodeCursor } from "#core/cursor.ts";
import { readAsActor } from "#db/guard.ts";
import { openDifferences } from "./open-differences.ts";

export const SyncDifference = z.object({
  id: z.number(),
  iccid: z.string(),
  /** Device name here. */
  label: z.string().nullable(),
  field: z.enum(["label", "status", "presence"]),
  kind: z.enum(["changed_here", "changed_both", "gone_there", "removed_here", "never_there"]),
  ours: z.string().nullable(),
  theirs: z.string().nullable(),
  since: z.date().transform((moment) => moment.toISOString()),
  /** The change by which the provider is to take over ours, while it waits or runs. */
  change_id: z.string().nullable(),
});
export type SyncDifference = z.output<typeof SyncDifference>;

interface Page {
  readonly differences: z.input<typeof SyncDifference>[];
  readonly next_cursor: string | null;
  readonly has_more: boolean;
}

const Place = z.object({ id: z.int() });

/** In what the fleet differs from the provider, the newest first. What agrees by now is left out. */
export async function listDrift(
  actor: Actor,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Page> {
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(cursor, Place).id;
  const rows = await readAsActor(
    actor,
    (sql) => sql<z.input<typeof SyncDifference>[]>`
      select d.id, d.iccid, s.label, d.field, d.kind,
        case d.field when 'label' then s.label else s.status end as ours, d.theirs, d.since,
        (select c.id from store.change_sets c where c.organization_id = d.organization_id
          and c.id = d.change_id and c.state in ('proposed', 'running', 'paused')) as change_id
      from ${openDifferences(sql)} and d.id < ${before}
      order by d.id desc limit ${limit + 1}`,
  );
  const differences = rows.slice(0, limit).map((row) => ({ ...row }));
  const last = differences.at(-1);
  const has_more = rows.length > limit;
  return {
    differences,
    has_more,
    next_cursor: has_more && last ? encodeCursor({ id: last.id }) : null,
  };
}
