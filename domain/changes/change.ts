import { z } from "zod";
import { CHANGE_STATES, ITEM_STATES } from "./states.ts";

export const ChangeState = z.enum(CHANGE_STATES);
export type ChangeState = z.infer<typeof ChangeState>;

export const ItemState = z.enum(ITEM_STATES);
export type ItemState = z.infer<typeof ItemState>;

/** What of a row changes, by field: `{ status: "active" }`. Bytes and counts are numbers. */
export const Values = z.record(z.string(), z.unknown());
export type Values = z.infer<typeof Values>;

export const ChangeItem = z.object({
  /** ICCID, or the id of an alert, ticket, rule or anomaly. */
  target: z.string(),
  /** Device name, alert message, ticket subject. */
  label: z.string().nullable(),
  state: ItemState,
  before: Values,
  after: Values,
  /** Why it was left out, failed or is unknown. */
  reason: z.string().nullable(),
});
export type ChangeItem = z.infer<typeof ChangeItem>;

export const Money = z.object({ amount: z.number(), currency: z.string() });
export type Money = z.infer<typeof Money>;

/** What the person saw when deciding; kept as it was. */
export const ChangePreview = z.object({
  /** In the imperative, with the count: "Suspend 42 SIMs". Also the name of the button. */
  title: z.string(),
  /** What of each row changes: `{ field: "Status", from: "30 active, 12 inactive", to: "suspended" }`. */
  from_to: z.array(
    z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
  ),
  target_noun: z.enum(["SIM", "alert", "ticket", "alert rule", "anomaly", "file"]),
  /** Rows that would change. */
  target_count: z.int(),
  first_targets: z.array(ChangeItem),
  /** Rows that were meant but are left out, by reason, most frequent first. */
  skipped: z.array(
    z.object({ reason: z.string(), count: z.int(), targets: z.array(z.string()).max(5) }),
  ),
  /** Which rows were meant, in words: "SIMs where country is BR"; absent where each was named. */
  meant: z.string().optional(),
  /** What whoever decides should know first, such as another change of the same rows that waits. */
  warnings: z.array(z.string()).optional(),
  /** One entry per currency; empty when nothing is charged. */
  costs: z.array(
    z.object({ total: Money, per_unit: z.string(), recurs: z.enum(["once", "monthly"]) }),
  ),
  /** Rows that cost money whose price is not known; absent where every price is. */
  unpriced_count: z.int().optional(),
  /** What should be known about the price or the effect, such as a price that is not known. */
  notes: z.array(z.string()),
  reversible: z.boolean(),
  /** "Can be undone until 7 days after it is done", or why not. */
  undo_note: z.string(),
  /** The rows are gone afterwards: their number is typed in, however small. */
  for_good: z.boolean().optional(),
  estimated_seconds: z.number(),
});
export type ChangePreview = z.infer<typeof ChangePreview>;

export const Decision = z.object({
  by: z.string(),
  decision: z.enum(["approve", "reject"]),
  decided_at: z.string(),
});

/** A change set as every door shows it. Instants are ISO 8601 in UTC. */
export const Change = z.object({
  id: z.string(),
  tool: z.string(),
  state: ChangeState,
  /** Where a person decides. */
  url: z.string(),
  proposed_by: z.string(),
  channel: z.string(),
  /** The words with which it was asked for. */
  words: z.string().nullable(),
  created_at: z.string(),
  expires_at: z.string(),
  finished_at: z.string().nullable(),
  preview: ChangePreview,
  approval: z.object({
    needed: z.int(),
    decisions: z.array(Decision),
    /** The number that has to be typed in, or null. */
    typed_count: z.int().nullable(),
    /** Why more than one person, or an owner, is needed; null when it is not so. */
    rule: z.string().nullable(),
    may_decide: z.boolean(),
    /** The reader has approved it, and may still reject it: a second person is waited for. */
    may_take_back: z.boolean(),
    /** Why the reader may not decide. */
    why_not: z.string().nullable(),
  }),
  /** How many items are in each state. */
  progress: z.partialRecord(ItemState, z.int()),
  /** Items that failed or are unknown, at most 20. */
  failures: z.array(ChangeItem),
  /** Rows that were left out when it was approved or carried out, since they were no longer as previewed. */
  changed_since: z.array(z.object({ target: z.string(), reason: z.string() })),
  undo: z.object({
    /** The change that this one undoes. */
    of: z.string().nullable(),
    /** The change that undoes this one. */
    by: z.string().nullable(),
    possible: z.boolean(),
    until: z.string().nullable(),
  }),
  retry: z.object({
    /** The change whose failed rows this one tries again. */
    of: z.string().nullable(),
    /** The newest change that tries the failed rows of this one again. */
    by: z.string().nullable(),
    /** Whether failed rows are left that no change tries again. */
    possible: z.boolean(),
  }),
});
export type Change = z.infer<typeof Change>;
