import { isoOf } from "./units.ts";
import type { World } from "./world.ts";

export type EffectKind =
  | "update"
  | "reset"
  | "send_sms"
  | "cancel_sms"
  | "top_up"
  | "auto_top_up"
  | "extension"
  | "limits"
  | "order"
  | "support"
  | "transfer"
  /** By the control, or by traffic: no client asked for it. */
  | "changed_behind";

/** Something that was really done, however often the client heard of it. */
export interface Effect {
  readonly id: number;
  readonly at: string;
  readonly client: string;
  readonly kind: EffectKind;
  readonly iccid: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface EffectFilter {
  /** Only those with a higher id. */
  readonly after?: number;
  readonly iccid?: string;
  readonly kind?: string;
}

interface EffectRow {
  id: number;
  at_ms: number;
  client: string;
  kind: EffectKind;
  iccid: string | null;
  before: string | null;
  after: string | null;
}

export function logEffect(
  { store, clock }: World,
  effect: Pick<Effect, "client" | "kind"> & Partial<Pick<Effect, "iccid" | "before" | "after">>,
): void {
  const { client, kind, iccid = null, before = null, after = null } = effect;
  store.run(
    "insert into effects (at_ms, client, kind, iccid, before, after) values (?, ?, ?, ?, ?, ?)",
    clock.nowMs(),
    client,
    kind,
    iccid,
    JSON.stringify(before),
    JSON.stringify(after),
  );
}

export function listEffects({ store }: World, filter: EffectFilter = {}): Effect[] {
  const { after = 0, iccid = null, kind = null } = filter;
  return store
    .all<EffectRow>(
      `select * from effects
       where id > ?1 and (?2 is null or iccid = ?2) and (?3 is null or kind = ?3) order by id`,
      after,
      iccid,
      kind,
    )
    .map((row) => ({
      id: row.id,
      at: isoOf(row.at_ms),
      client: row.client,
      kind: row.kind,
      iccid: row.iccid,
      before: JSON.parse(row.before ?? "null"),
      after: JSON.parse(row.after ?? "null"),
    }));
}
