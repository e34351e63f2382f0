import { type Actor, hasScope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import type { Change, ChangeItem, ItemState } from "./change.ts";
import { changeUrl } from "./change-url.ts";
import { whyNotDecide } from "./decide.ts";
import { type FollowUps, readFollowUps, retryOf, undoOf } from "./follow-ups.ts";
import { findKind } from "./kinds.ts";
import { neededNow } from "./needed.ts";
import { type ChangeRules, rulesIn } from "./rules.ts";
import { ITEM_COLUMNS, type StoredChange } from "./stored.ts";

const MAX_FAILURES = 20;
const MAX_NOTABLE = 50;

interface Beside {
  readonly decisions: readonly DecisionRow[];
  readonly counts: readonly { change_id: string; state: ItemState; items: number }[];
  /** Failed, unknown, or no longer as previewed. */
  readonly notable: readonly (ChangeItem & { change_id: string; is_changed_since: boolean })[];
  readonly followUps: FollowUps;
  /** Where a change waits for a decision, which they may have become stricter for. */
  readonly rules: ChangeRules | null;
}

interface DecisionRow {
  readonly change_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly decision: "approve" | "reject";
  readonly decided_at: Date;
}

/** Stored changes as the actor may see them, with what stands in other tables read at once for all. */
export async function shown(
  sql: Transaction,
  actor: Actor,
  changes: readonly StoredChange[],
): Promise<Change[]> {
  if (changes.length === 0) return [];
  const beside = await readBeside(
    sql,
    changes.map(({ id }) => id),
  );
  const rules = changes.some(isOpen) ? await rulesIn(sql) : null;
  return changes.map((change) => toChange(change, actor, { ...beside, rules }));
}

function isOpen({ state, expires_at }: StoredChange): boolean {
  return state === "proposed" && expires_at > wallNow();
}

async function readBeside(sql: Transaction, ids: string[]): Promise<Omit<Beside, "rules">> {
  const decisions = await sql<DecisionRow[]>`
    select change_id, user_id, name, decision, decided_at from store.change_decisions
    where change_id = any(${ids}) order by decided_at`;
  const counts = await sql<Beside["counts"][number][]>`
    select change_id, state, count(*) as items from store.change_items
    where change_id = any(${ids}) group by change_id, state`;
  const notable = await sql<Beside["notable"][number][]>`
    select change_id, ${sql(ITEM_COLUMNS)}, is_changed_since
    from (
      select i.*, row_number() over (partition by change_id, is_changed_since order by position) as n
      from store.change_items i
      where change_id = any(${ids}) and (state in ('failed', 'unknown') or is_changed_since)
    ) as i where n <= ${MAX_NOTABLE} order by position`;
  return { decisions, counts, notable, followUps: await readFollowUps(sql, ids) };
}

function toChange(change: StoredChange, actor: Actor, beside: Beside): Change {
  const own = <T extends { change_id: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.change_id === change.id);
  const notable = own(beside.notable);
  const progress = Object.fromEntries(own(beside.counts).map(({ state, items }) => [state, items]));
  return {
    id: change.id,
    tool: change.tool,
    state: change.state === "proposed" && !isOpen(change) ? "expired" : change.state,
    url: changeUrl(change.id),
    proposed_by: change.proposed_by_name,
    channel: change.channel,
    ...readable(change, actor),
    created_at: change.created_at.toISOString(),
    expires_at: change.expires_at.toISOString(),
    finished_at: change.finished_at?.toISOString() ?? null,
    approval: approvalOf(change, actor, own(beside.decisions), beside.rules),
    progress,
    failures: notable
      .filter(({ is_changed_since }) => !is_changed_since)
      .slice(0, MAX_FAILURES)
      .map(({ target, label, state, before, after, reason }) => ({
        target,
        label,
        state,
        before,
        after,
        reason,
      })),
    changed_since: notable
      .filter(({ is_changed_since }) => is_changed_since)
      .map(({ target, reason }) => ({ target, reason: reason ?? "" })),
    undo: undoOf(change, beside.followUps, progress.done ?? 0),
    retry: retryOf(change, beside.followUps),
  };
}

/** Without what takes a permission that the actor does not have, such as the text of a message. */
function readable(
  { tool, input, words, preview }: StoredChange,
  actor: Actor,
): Pick<Change, "words" | "preview"> {
  const kind = findKind(tool);
  if (!kind?.saysNeeds || hasScope(actor, kind.saysNeeds)) return { words, preview };
  const hidden = new Set(kind.says?.(input).map(({ field }) => field));
  const from_to = preview.from_to.filter(({ field }) => !hidden.has(field));
  return { words: null, preview: { ...preview, from_to } };
}

function approvalOf(
  change: StoredChange,
  actor: Actor,
  decisions: readonly DecisionRow[],
  rules: ChangeRules | null,
): Change["approval"] {
  const waits = isOpen(change);
  const needed = waits && rules ? neededNow(change, rules) : change;
  const hasDecided = decisions.some(({ user_id }) => user_id === actor.userId);
  const whyNever = whyNotDecide(actor);
  const whyNot = hasDecided ? "You have approved this. It needs a second person." : whyNever;
  return {
    needed: needed.approvals_needed,
    decisions: decisions.map(({ name, decision, decided_at }) => ({
      by: name,
      decision,
      decided_at: decided_at.toISOString(),
    })),
    typed_count: needed.typed_count,
    rule: needed.approval_rule,
    may_decide: waits && whyNot === null,
    may_take_back: waits && hasDecided && whyNever === null,
    why_not: waits ? whyNot : null,
  };
}
