import type { Transaction } from "#db/database.ts";
import type { ChangePreview } from "./change.ts";
import type { ChangeRules } from "./rules.ts";
import type { StoredChange } from "./stored.ts";

/** Who must decide on a change, and how. */
export type Needed = Pick<
  StoredChange,
  "approvals_needed" | "owner_needed" | "typed_count" | "approval_rule"
>;

export function neededFor({ target_count, costs }: ChangePreview, rules: ChangeRules): Needed {
  const typed_count = target_count > rules.type_count_over ? target_count : null;
  const { two_people_over: rows, two_people_over_amount: amount } = rules;
  const dear = costs.find(({ total }) => amount !== null && total.amount > amount);
  const approval_rule =
    rows !== null && target_count > rows
      ? `More than ${rows.toLocaleString("en")} rows need two people, one of them an owner.`
      : dear
        ? `More than ${amount} ${dear.total.currency} need two people, one of them an owner.`
        : null;
  return {
    approvals_needed: approval_rule ? 2 : 1,
    owner_needed: approval_rule !== null,
    typed_count,
    approval_rule,
  };
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
