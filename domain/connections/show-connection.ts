import type { Capabilities } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { providerIn } from "#domain/providers/provider-of.ts";
import { ONCE_BASE_URL } from "./base-url.ts";
import { connectionIn, type StoredConnection } from "./connection.ts";
import { requireOwner } from "./require-owner.ts";
import { streamUrl } from "./stream/stream-address.ts";

/** How many records were put aside, and why. */
export interface PutAside {
  readonly state: "held" | "refused";
  readonly reason: string;
  readonly count: number;
}

export interface ShownStream {
  readonly url: string;
  /** Null until credentials were made. */
  readonly user: string | null;
  readonly last_received_at: Date | null;
  readonly received: number;
  readonly repeated: number;
  readonly put_aside: readonly PutAside[];
}

export interface ShownConnection {
  readonly name: string;
  readonly base_url: string;
  readonly client_id: string;
  readonly calls_per_second: number;
  /** How many times as fast as the real provider an emulator of it runs; null where it is the real one. */
  readonly emulated_speed: number | null;
  readonly created_at: Date;
  readonly created_by: string;
  readonly last_tested_at: Date | null;
  /** Null after a test that went well. */
  readonly last_error: string | null;
  readonly sims_seen: number | null;
  readonly stream: ShownStream;
}

export interface Shown {
  /** Null where the fleet is connected to no provider. */
  readonly connection: ShownConnection | null;
  readonly capabilities: Capabilities;
  readonly default_base_url: string;
}

/** Everything of the connection but its secrets. @throws Forbidden */
export async function showConnection(actor: Actor): Promise<Shown> {
  await requireOwner(actor);
  return asActor(actor, async (sql) => {
    const row = await connectionIn(sql);
    const { capabilities } = await providerIn(sql, actor);
    return {
      connection: row && shown(row, await putAsideOf(sql, row.id)),
      capabilities,
      default_base_url: ONCE_BASE_URL,
    };
  });
}

function shown(row: StoredConnection, putAside: readonly PutAside[]): ShownConnection {
  return {
    name: row.name,
    base_url: row.base_url,
    client_id: row.client_id,
    calls_per_second: row.calls_per_second,
    emulated_speed: row.emulated_speed,
    created_at: row.created_at,
    created_by: row.created_by,
    last_tested_at: row.last_tested_at,
    last_error: row.last_error,
    sims_seen: row.sims_seen,
    stream: {
      url: streamUrl(row.organization_id, row.id),
      user: row.stream_user,
      last_received_at: row.last_received_at,
      received: row.received_count,
      repeated: row.repeated_count,
      put_aside: putAside,
    },
  };
}

function putAsideOf(sql: Transaction, connectionId: string): Promise<PutAside[]> {
  return sql<PutAside[]>`
    select state, reason, count(*) as count from store.stream_records
    where connection_id = ${connectionId} and state in ('held', 'refused')
    group by state, reason order by count desc, reason limit 10`;
}
