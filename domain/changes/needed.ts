import type { Transaction } from "#db/database.ts";
import type { ChangePreview } from "./change.ts";
import { rowsOf } from "./preview.ts";
import type { ChangeRules } from "./rules.ts";
import type { StoredChange } from "./stored.ts";

/** Who must decide on a change, and how. */
export type Needed = Pick<
  StoredChange,
  "approvals_needed" | "owner_needed" | "typed_count" | "approval_rule"
>;

export function neededFor(preview: ChangePreview, rules: ChangeRules): Needed {
  const { target_count, for_good: isForGood = false } = preview;
  const typed_count = isForGood || target_count > rules.type_count_over ? target_count : null;
  const approval_rule = whyTwoPeople(preview, rules);
  return {
    approvals_needed: approval_rule ? 2 : 1,
    owner_needed: approval_rule !== null,
    typed_count,
    approval_rule,
  };
}

/** What costs money at a price that is not known may cost any amount, so it counts as above the limit. */
function whyTwoPeople(
  { target_count, target_noun, costs, unpriced_count = 0 }: ChangePreview,
  { two_people_over: rows, two_people_over_amount: amount }: ChangeRules,
): string | null {
  if (rows !== null && target_count > rows) {
    return `More than ${rows.toLocaleString("en")} rows need two people, one of them an owner.`;
  }
  if (amount === null) return null;
  const dear = costs.find(({ total }) => total.amount > amount);
  if (dear)
    return `More than ${amount} ${dear.total.currency} need two people, one of them an owner.`;
  return unpriced_count > 0
    ? `What ${rowsOf(target_noun, unpriced_count)} will cost is not known, which counts as more than ${amount}: it needs two people, one of them an owner.`
    : null;
}

/** What a change that waits needs: the rules may have become stricter since, and never count as laxer. */
export function neededNow(change: StoredChange, rules: ChangeRules): Needed {
  const now = neededFor(change.preview, rules);
  return {
    approvals_needed: Math.max(change.approvals_needed, now.approvals_needed),
    owner_needed: change.owner_needed || now.owner_needed,
    typed_count: change.typed_count ?? now.typed_count,
    approval_rule: change.approval_rule ?? now.approval_rule,
  };
}

/** Keeps with the change what it needed when it was decided on. */
export async function keepNeeded(sql: Transaction, id: string, needed: Needed): Promise<void> {
  await sql`update store.change_sets set ${sql(needed)} where id = ${id}`;
}
