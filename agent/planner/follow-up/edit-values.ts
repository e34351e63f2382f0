import type { Pool } from "../assemble/pool.ts";
import { either, memberOf } from "../parse/compose.ts";
import type { Cond, ItemOf } from "../parse/items.ts";
import { swapQuota } from "./edit-nouns.ts";

/** New values take the place of old ones of their kind; what is left out comes on top. */
export function editValues(pool: Pool, fresh: Pool): void {
  const values = fresh
    .take("value")
    .filter((value) => !(value.dim === "quota_type" && swapQuota(pool, value)));
  for (const value of values.filter(({ cond }) => !cond.negated)) {
    pool.take("value", (old) => old.dim === value.dim && value.dim !== "tag");
    editConds(pool, value);
  }
  pool.put(...merged(values));
}

/** "critical + high together": several of one kind are any of them. */
function merged(values: readonly ItemOf<"value">[]): ItemOf<"value">[] {
  const kept: ItemOf<"value">[] = [];
  for (const value of values) {
    const at = kept.findIndex((one) => one.dim === value.dim && !one.cond.negated);
    const same = kept[at];
    const both = same && !value.cond.negated ? either(same, value) : null;
    if (same && both?.cat === "value") kept[at] = { ...same, ...both };
    else kept.push(value);
  }
  return kept;
}

/** A new value takes the place of one of the same kind that stood at a noun. */
function editConds(pool: Pool, value: ItemOf<"value">): void {
  for (const noun of pool.take("noun")) {
    const members = membersOf(value.cond);
    const conds = noun.conds.filter(
      (cond) =>
        !membersOf(cond).some((member) => member !== "sims.tags" && members.includes(member)),
    );
    pool.put({ ...noun, conds });
  }
}

function membersOf(cond: Cond): string[] {
  return cond.k === "value" ? cond.options.flatMap((option) => memberOf(option.filter) ?? []) : [];
}
