import type { Actor } from "#core/actor.ts";
import { readAsActor } from "#db/guard.ts";
import type { SealedColumns } from "./seal.ts";

export type ChainedRow = SealedColumns & { readonly hash: string };

const BATCH_ROWS = 1_000;

/** The rows of an organisation's chain in their order, up to the one numbered `until`. */
export async function* readChain(actor: Actor, until: number): AsyncGenerator<ChainedRow> {
  let after = 0;
  while (after < until) {
    const rows = await readBatch(actor, after, until);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.sequence;
  }
}

async function readBatch(actor: Actor, after: number, until: number): Promise<ChainedRow[]> {
  const { organizationId } = actor;
  const rows = await readAsActor(
    actor,
    (sql) => sql<Omit<ChainedRow, "organizationId">[]>`
      select sequence, encode(previous_hash, 'hex') as "previousHash", encode(hash, 'hex') as hash,
        id::text, actor, channel, action, resource_type as "resourceType",
        resource_id as "resourceId", changes::text, ip_address as "ipAddress",
        user_agent as "userAgent", source,
        to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt"
      from store.audit_logs
      where sequence > ${after} and sequence <= ${until} order by sequence limit ${BATCH_ROWS}`,
  );
  return rows.map((row) => ({ ...row, organizationId }));
}

/** What stands where in the log at one moment. */
export interface Extent {
  /** The number of the last row; 0 where there is none. */
  readonly last: number;
  readonly head: { readonly sequence: number; readonly hash: string } | null;
  /** Rows that were recorded before there was a chain. */
  readonly unchained: number;
  /** Rows of the demo. */
  readonly sample: number;
}

export async function readExtent(actor: Actor): Promise<Extent> {
  const [row] = await readAsActor(
    actor,
    (sql) => sql<
      {
        last: number;
        unchained: number;
        sample: number;
        head_sequence: number | null;
        head_hash: string | null;
      }[]
    >`
      select coalesce(max(a.sequence), 0) as last,
        count(*) filter (where a.sequence is null and a.source = 'recorded') as unchained,
        count(*) filter (where a.sequence is null and a.source <> 'recorded') as sample,
        (select sequence from store.audit_heads) as head_sequence,
        (select encode(hash, 'hex') from store.audit_heads) as head_hash
      from store.audit_logs a`,
  );
  const { last = 0, unchained = 0, sample = 0, head_sequence, head_hash } = row ?? {};
  const head =
    head_sequence == null || head_hash == null
      ? null
      : { sequence: head_sequence, hash: head_hash };
  return { last, head, unchained, sample };
}
