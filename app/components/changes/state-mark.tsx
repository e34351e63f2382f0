import { cn } from "#app/lib/cn.ts";
import type { Change, ItemState } from "#domain/changes/change.ts";
import { CHANGE_LOOKS, ITEM_LOOKS, type StateLook } from "./states.ts";
import { tallyOf } from "./tally.ts";

/** The state of a change in an icon and a word; what ended badly or was taken back is not a green "done". */
export function ChangeMark({ change }: { change: Change }) {
  return <Mark {...lookOf(change)} />;
}

export function ItemMark({ state }: { state: ItemState }) {
  return <Mark {...ITEM_LOOKS[state]} />;
}

function lookOf(change: Change): StateLook {
  const { failed, unknown, done, undone } = tallyOf(change);
  if (change.state !== "done") return CHANGE_LOOKS[change.state];
  if (failed > 0) return { ...ITEM_LOOKS.failed, label: "Done, with failures" };
  if (unknown > 0) return { ...ITEM_LOOKS.unknown, label: "Done, not all known" };
  if (undone > 0) {
    return { ...ITEM_LOOKS.undone, label: done > 0 ? "Partly undone" : "Undone" };
  }
  return CHANGE_LOOKS.done;
}

function Mark({ label, icon: Icon, color }: StateLook) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 text-sm whitespace-nowrap", color)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {label}
    </span>
  );
}
