import type { Provider } from "#connectors/provider.ts";
import type { Actor } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { storable, storableText } from "#db/storable.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import { providerIn } from "#domain/providers/provider-of.ts";
import { refuseOperation, refuseUnable } from "./at-provider.ts";
import type { ChangeItem, ChangePreview } from "./change.ts";
import { estimatedSeconds } from "./estimate.ts";
import { callerOf, hashOf, onceForKey } from "./idempotency.ts";
import { insertItems } from "./items.ts";
import type { ChangeKind } from "./kind.ts";
import { neededFor } from "./needed.ts";
import { planItems } from "./plan-items.ts";
import { previewOf, rowsOf } from "./preview.ts";
import { type Proposal, toProposal } from "./proposal.ts";
import { heedsProtection, protectedSims } from "./protected.ts";
import { type ChangeRules, rulesIn } from "./rules.ts";
import { NOT_THERE } from "./sim-values.ts";
import { waitingAlready } from "./waiting-already.ts";

/** Where a proposal came from, as far as it matters. */
export interface Origin {
  /** The words with which it was asked for. */
  readonly words?: string | undefined;
  /** From a model's choice only what the person's own words name counts as named: all that they said. */
  readonly said?: string | undefined;
  /** From the caller: the same key and the same input are the same proposal. */
  readonly idempotencyKey?: string | undefined;
}

interface NewChange extends Origin {
  readonly kind: ChangeKind;
  /** Of the kind's own schema. */
  readonly input: Record<string, unknown>;
  readonly targets: readonly string[];
  /** The caller named each one, rather than describing them: protection does not leave them out. */
  readonly isNamed: boolean;
  /** Which rows these are, in words, where they were described. */
  readonly meant?: string | undefined;
  /** The change whose failed rows these are. */
  readonly retryOf?: string | undefined;
}

/** A change of rows that are worked out already, as an undo is. */
interface Reversal extends Origin {
  readonly kind: ChangeKind;
  readonly input: Record<string, unknown>;
  readonly undoOf: string;
  readonly items: readonly ChangeItem[];
  title(rows: string): string;
}

/**
 * Keeps a change with its preview, for people to decide on. Nothing of the fleet is touched.
 *
 * @param change `asked` is the whole input of the tool, which an idempotency key stands for.
 * @throws Conflict when no row would change, or the idempotency key was used for something else;
 *   Invalid for a bad input; Forbidden for who may not propose.
 */
export async function propose(
  actor: Actor,
  { asked, ...change }: NewChange & { readonly asked: unknown },
  provider?: Provider,
): Promise<Proposal> {
  await requireProposer(actor, change.kind.tool);
  const hash = hashOf(change.kind.tool, asked);
  return onceForKey(actor, change.idempotencyKey, hash, (sql) =>
    keep(sql, actor, change, hash, provider),
  );
}

/** @param tool What was asked for, for the audit log. @throws Forbidden */
export async function requireProposer(actor: Actor, tool: string): Promise<void> {
  if (actor.kind !== "system" && actor.scopes.has("sims:write")) return;
  await recordDenial(actor, { of: "tool", id: tool });
  throw new Forbidden("Your role may look, but not change the fleet. Ask an operator or an owner.");
}

/** As `propose`, in the caller's transaction, which locks nothing after it. @param hash As of `hashOf`. */
export async function keep(
  sql: Transaction,
  actor: Actor,
  asked: NewChange | Reversal,
  hash: string,
  given?: Provider,
): Promise<Proposal> {
  const provider = given ?? (await providerIn(sql, actor));
  const change = { ...asked, ...asked.kind.at?.(provider, asked.input) };
  await refuseUnable(sql, provider, change);
  const rules = await rulesIn(sql);
  const items = "items" in change ? change.items : await planItems(sql, change, rules);
  const preview = await previewed(sql, provider, change, items);
  if (preview.target_count === 0) throw nothingToDo(preview, items);
  refuseOperation(provider, change, items);
  if (preview.target_count > 1) refuseMany(change);
  const needed = neededFor(preview, rules);
  const now = wallNow();
  const expiresAt = new Date(now.getTime() + rules.expires_after_minutes * 60_000);
  const protectedNamed = "items" in change ? null : await protectedIn(sql, change, items, rules);
  const words = change.words === undefined ? null : storableText(change.words);
  const [made] = await sql<{ id: string }[]>`
    insert into store.change_sets
      (tool, input, input_hash, preview, channel, proposed_by, proposed_by_name, words,
       idempotency_caller, idempotency_key, undo_of, retry_of, protected_named, approvals_needed, owner_needed, typed_count,
       approval_rule, created_at, expires_at)
    values (${change.kind.tool}, ${storable(change.input)}::text::jsonb, ${hash},
      ${storable(preview)}::text::jsonb, ${actor.channel}, ${actor.userId}, ${actor.name}, ${words},
      ${change.idempotencyKey === undefined ? null : callerOf(actor)},
      ${change.idempotencyKey ?? null}, ${"undoOf" in change ? change.undoOf : null},
      ${"undoOf" in change ? null : (change.retryOf ?? null)}, ${protectedNamed},
      ${needed.approvals_needed}, ${needed.owner_needed}, ${needed.typed_count}, ${needed.approval_rule},
      ${now}, ${expiresAt})
    returning id`;
  const id = String(made?.id);
  await insertItems(sql, id, items);
  await recordAudit(sql, actor, {
    action: "change.propose",
    resourceType: "change",
    resourceId: id,
    changes: { tool: change.kind.tool, input: change.input, words, shown: preview },
  });
  return toProposal(id, expiresAt, preview);
}

/** An undo of many rows gives each its own back. @throws Invalid */
function refuseMany(change: NewChange | Reversal): void {
  const why = "items" in change ? null : change.kind.onlyOne?.(change.input);
  if (why) throw new Invalid(why);
}

/** Which of the rows to be changed are protected: they were named, or they would not be among them. */
async function protectedIn(
  sql: Transaction,
  { kind }: NewChange,
  items: readonly ChangeItem[],
  rules: ChangeRules,
): Promise<string[] | null> {
  if (!heedsProtection(kind)) return null;
  const pending = items.filter(({ state }) => state === "pending").map(({ target }) => target);
  return [...(await protectedSims(sql, pending, rules)).keys()];
}

async function previewed(
  sql: Transaction,
  provider: Provider,
  change: NewChange | Reversal,
  items: readonly ChangeItem[],
): Promise<ChangePreview> {
  const { kind, input } = change;
  const isReversal = "items" in change;
  const pending = items.filter(({ state }) => state === "pending");
  const rows = rowsOf(kind.noun, pending.length);
  const preview = previewOf({
    kind,
    items,
    title: isReversal ? change.title(rows) : kind.title(input, rows),
    priced: await pricedBy(sql, change, pending),
    says: isReversal ? [] : (kind.says?.(input) ?? []),
    estimatedSeconds: await estimatedSeconds(sql, provider, { kind, input, items: pending }),
  });
  const warnings = await waitingAlready(
    sql,
    kind,
    pending.map(({ target }) => target),
  );
  const warned = warnings.length > 0 ? { ...preview, warnings } : preview;
  if (isReversal) return { ...warned, reversible: false, undo_note: UNDO_OF_UNDO };
  return change.meant === undefined ? warned : { ...warned, meant: change.meant };
}

const UNDO_OF_UNDO = "To go forward again, ask for the change once more.";

/** What it costs; going back to what was there before is priced like any other change of it. */
async function pricedBy(
  sql: Transaction,
  { kind, input }: NewChange | Reversal,
  items: readonly ChangeItem[],
) {
  return (await kind.price?.(sql, input, items)) ?? { costs: [], notes: [] };
}

/** One row that is not there is asked for in vain; otherwise each has its reason. */
function nothingToDo(preview: ChangePreview, items: readonly ChangeItem[]): Conflict | NotFound {
  const [only, ...others] = items;
  if (only?.reason === NOT_THERE && others.length === 0) {
    return new NotFound(`No SIM with ICCID ${only.target} in this organisation.`);
  }
  const why = preview.skipped.map(({ count, reason }) => `${count} ${reason}`).join(", ");
  return new Conflict(
    why ? `There is nothing to change: ${why}.` : "There is nothing to change: no row is meant.",
    { details: { skipped: preview.skipped } },
  );
}
