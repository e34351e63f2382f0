import type { ChangePreview } from "#domain/changes/change.ts";

/** A preview in plain lines, for a client to show its person. */
export function previewText(preview: ChangePreview): string {
  const { title, from_to, first_targets, target_count, skipped, costs, notes, undo_note } = preview;
  const named = first_targets.map(({ target, label }) => (label ? `${label} (${target})` : target));
  const others = target_count - named.length;
  return [
    `${title}?`,
    ...(preview.meant === undefined ? [] : [`Meant: ${preview.meant}`]),
    ...(preview.warnings ?? []),
    ...from_to.map(({ field, from, to }) => `${field}: ${from ?? "—"} → ${to ?? "—"}`),
    `${named.join(", ")}${others > 0 ? ` and ${others} more` : ""}`,
    ...skipped.map(({ count, reason }) => `Left out: ${count} ${reason}`),
    ...costs.map(
      ({ total, per_unit, recurs }) =>
        `Cost: ${total.amount} ${total.currency} ${recurs} (${per_unit})`,
    ),
    ...notes,
    undo_note,
  ].join("\n");
}
