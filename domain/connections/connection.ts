import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";

/** A connection as its row has it; the secret is sealed. */
export interface StoredConnection {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly base_url: string;
  readonly client_id: string;
  readonly secret: Uint8Array;
  /** By the wall clock, the speed of an emulator included. */
  readonly calls_per_second: number;
  /** How many times as fast as the real provider it runs; null where it is no emulator of this process. */
  readonly emulated_speed: number | null;
  readonly last_tested_at: Date | null;
  readonly last_error: string | null;
  readonly sims_seen: number | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly stream_user: string | null;
  readonly last_received_at: Date | null;
  readonly received_count: number;
  readonly repeated_count: number;
}

/** The organisation's connection; null where it has none. */
export async function connectionIn(
  sql: Transaction,
  { lock = false } = {},
): Promise<StoredConnection | null> {
  const [row] = await sql<StoredConnection[]>`
    select id, organization_id, name, base_url, client_id, secret,
      (calls_per_second * coalesce(emulated_speed, 1))::float8 as calls_per_second, emulated_speed,
      last_tested_at, last_error, sims_seen, created_at, created_by, stream_user, last_received_at, received_count,
      repeated_count
    from store.connections where state = 'connected' ${lock ? sql`for no key update` : sql``}`;
  return row ?? null;
}

/** @throws NotFound where the organisation has no connection. */
export async function requireConnection(
  sql: Transaction,
  options: { readonly lock?: boolean } = {},
): Promise<StoredConnection> {
  const connection = await connectionIn(sql, options);
  if (!connection) throw new NotFound("This organisation is connected to no provider.");
  return connection;
}

/** What the calls of all processes and of both kinds, reads and changes, are counted by. */
export function accountOf({ id }: Pick<StoredConnection, "id">): string {
  return `once:${id}`;
}
