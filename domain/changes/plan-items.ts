import type { Transaction } from "#db/database.ts";
import type { ChangeItem } from "./change.ts";
import type { ChangeKind } from "./kind.ts";
import { protectedSims } from "./protected.ts";
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
  { kind, input, targets, isNamed, said }: Meant,
  rules: ChangeRules,
): Promise<ChangeItem[]> {
  const present = await kind.present(sql, targets, { lock: false });
  const wasNamed = (target: string) =>
    said === undefined ? isNamed : isNamedIn(said, target, present.get(target)?.label);
  const isGuarded = kind.noun === "SIM" && !kind.isHarmless;
  const guarded = await protectedSims(sql, isGuarded ? targets : [], rules);
  return targets.map((target): ChangeItem => {
    const row = present.get(target);
    const item = { target, label: row?.label ?? null, before: {}, after: {} };
    const effect = kind.effect(row, input);
    const guard = guarded.get(target); // asked first: few are protected, and what was said may be long
    const why = guard !== undefined && !wasNamed(target) ? guard : undefined;
    const skip = "skip" in effect ? effect.skip : why;
    if (skip !== undefined) return { ...item, state: "skipped", reason: skip };
    return { ...item, ...effect, state: "pending", reason: null };
  });
}

/** By its ICCID (19 or 20 digits) or its whole device name. */
function isNamedIn(said: string, iccid: string, label: string | null | undefined): boolean {
  if (said.replace(/[\s-]/g, "").includes(iccid)) return true;
  if (!label) return false;
  const name = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}_-])${name}(?![\\p{L}\\p{N}_-])`, "iu").test(said);
}
