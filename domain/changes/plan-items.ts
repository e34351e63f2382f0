import type { Transaction } from "#db/database.ts";
import type { ChangeItem } from "./change.ts";
import type { ChangeKind, Present } from "./kind.ts";
import { namedIn } from "./named.ts";
import { heedsProtection, protectedSims } from "./protected.ts";
import type { ChangeRules } from "./rules.ts";

interface Meant {
  readonly kind: ChangeKind;
  readonly input: Record<string, unknown>;
  readonly targets: readonly string[];
  readonly isNamed: boolean;
  readonly said?: string | undefined;
}

/** What would happen to each row that is meant: what changes, or why it is left out. */
export async function planItems(
  sql: Transaction,
  meant: Meant,
  rules: ChangeRules,
): Promise<ChangeItem[]> {
  const { kind, input, targets } = meant;
  const present = await kind.present(sql, targets, { lock: false });
  const guarded = await leftAlone(sql, meant, present, rules);
  return targets.map((target): ChangeItem => {
    const row = present.get(target);
    const item = { target, label: row?.label ?? null, before: {}, after: {} };
    const effect = kind.effect(row, input);
    const skip = "skip" in effect ? effect.skip : guarded.get(target);
    if (skip !== undefined) return { ...item, state: "skipped", reason: skip };
    return { ...item, ...effect, state: "pending", reason: null };
  });
}

/** The protected SIMs that nobody named, and what protects them. */
async function leftAlone(
  sql: Transaction,
  { kind, targets, isNamed, said }: Meant,
  present: ReadonlyMap<string, Present>,
  rules: ChangeRules,
): Promise<ReadonlyMap<string, string>> {
  if (!heedsProtection(kind) || (said === undefined && isNamed)) return new Map();
  const guarded = await protectedSims(sql, targets, rules);
  if (said === undefined) return guarded;
  const labels = new Map(
    [...guarded.keys()].map((iccid) => [iccid, present.get(iccid)?.label ?? null]),
  );
  for (const iccid of await namedIn(sql, said, labels)) guarded.delete(iccid);
  return guarded;
}
