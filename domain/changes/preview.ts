import { formatBytes } from "#core/bytes.ts";
import { pluralOf } from "#core/plural.ts";
import type { ChangeItem, ChangePreview, Values } from "./change.ts";
import type { ChangeKind, Priced } from "./kind.ts";

const FIRST_TARGETS = 5;
const MAX_NAMED_VALUES = 3;
export const UNDO_DAYS = 7;

/** Fields whose change is shown; others, such as all of a removed SIM, are kept for the record only. */
export const FIELD_NAMES: Readonly<Record<string, string>> = {
  status: "Status",
  rate_plan: "Rate plan",
  data_total: "Data quota",
  sms_total: "SMS quota",
  label: "Device name",
  customer: "Customer",
  tags: "Tags",
  priority: "Priority",
  acknowledged: "Acknowledged",
  resolved: "Resolved",
  enabled: "Switched on",
  assigned_to: "Assigned to",
  snoozed_until: "Until",
};

interface Previewed {
  readonly kind: ChangeKind;
  readonly title: string;
  readonly items: readonly ChangeItem[];
  readonly priced: Priced;
  readonly says: ChangePreview["from_to"];
  readonly estimatedSeconds: number;
}

/** What a person sees of a change before deciding. */
export function previewOf(change: Previewed): ChangePreview {
  const { kind, items, priced, says } = change;
  const pending = items.filter(({ state }) => state === "pending");
  const isReversible = kind.undo === "reverse";
  return {
    title: withoutTurns(change.title),
    from_to: [...fromTo(pending), ...says].map(({ field, from, to }) => ({
      field,
      from: from && withoutTurns(from),
      to: to && withoutTurns(to),
    })),
    target_noun: kind.noun,
    target_count: pending.length,
    first_targets: pending.slice(0, FIRST_TARGETS),
    skipped: skippedByReason(items),
    ...priced,
    reversible: isReversible,
    undo_note:
      kind.undo === "reverse"
        ? `Can be undone until ${UNDO_DAYS} days after it is done.`
        : kind.undo.never,
    ...(kind.isForGood ? { for_good: true } : {}),
    estimated_seconds: change.estimatedSeconds,
  };
}

/** A name that turns the direction of writing would show the figures beside it backwards. */
function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

/** "42 SIMs", "1 alert". */
export function rowsOf(noun: ChangePreview["target_noun"], count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : pluralOf(noun)}`;
}

function fromTo(items: readonly ChangeItem[]): ChangePreview["from_to"] {
  const fields = [...new Set(items.flatMap(({ after }) => Object.keys(after)))];
  return fields
    .filter((field) => field in FIELD_NAMES)
    .map((field) => {
      const name = FIELD_NAMES[field] ?? field;
      if (field === "tags") return { field: name, from: null, to: saidTags(items) };
      const said = (of: "before" | "after") =>
        summary(
          items.map((item) => item[of][field]),
          field,
        );
      return { field: name, from: said("before"), to: said("after") };
    });
}

/** "pilot added, lock removed": the lists themselves differ from SIM to SIM. */
function saidTags(items: readonly ChangeItem[]): string {
  const added = new Set<string>();
  const removed = new Set<string>();
  for (const { before, after } of items) {
    const [old, now] = [tagsIn(before), tagsIn(after)];
    for (const tag of now) if (!old.includes(tag)) added.add(tag);
    for (const tag of old) if (!now.includes(tag)) removed.add(tag);
  }
  return [
    ...[...added].map((tag) => `${tag} added`),
    ...[...removed].map((tag) => `${tag} removed`),
  ].join(", ");
}

function tagsIn({ tags }: Values): string[] {
  return Array.isArray(tags) ? tags.map(String) : [];
}

/** "30 active, 12 inactive", "6 × 100 MB"; a single value is said without its count. */
function summary(values: readonly unknown[], field: string): string {
  const counts = new Map<string, number>();
  for (const value of values) {
    const said = saidValue(field, value);
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const [only] = ranked;
  if (only && ranked.length === 1) return only[0];
  const named = ranked
    .slice(0, MAX_NAMED_VALUES)
    .map(([said, count]) => (/^\d/.test(said) ? `${count} × ${said}` : `${count} ${said}`));
  const others = ranked.slice(MAX_NAMED_VALUES).reduce((sum, [, count]) => sum + count, 0);
  return [...named, ...(others > 0 ? [`${others} others`] : [])].join(", ");
}

export function saidValue(field: string, value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (field === "data_total") return formatBytes(Number(value));
  if (field === "sms_total") return `${value} messages`;
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** Which values are no longer as they were: `Status was active and is suspended now`. */
export function whatDiffers(before: Values, now: Values): string | null {
  for (const [field, value] of Object.entries(before)) {
    if (JSON.stringify(now[field] ?? null) === JSON.stringify(value ?? null)) continue;
    const name = FIELD_NAMES[field];
    if (!name) return "it is no longer as it was";
    return `${name.toLowerCase()} was ${saidValue(field, value)} and is ${saidValue(field, now[field])} now`;
  }
  return null;
}

function skippedByReason(items: readonly ChangeItem[]): ChangePreview["skipped"] {
  const byReason = new Map<string, string[]>();
  for (const { state, reason, target } of items) {
    if (state !== "skipped" || reason === null) continue;
    const targets = byReason.get(reason);
    if (targets) targets.push(target);
    else byReason.set(reason, [target]);
  }
  return [...byReason]
    .map(([reason, targets]) => ({ reason, count: targets.length, targets: targets.slice(0, 5) }))
    .sort((a, b) => b.count - a.count);
}
