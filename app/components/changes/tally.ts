import type { Change, ItemState } from "#domain/changes/change.ts";

export interface Tally {
  /** Rows that the change is about, without those that were left out before. */
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly unknown: number;
  readonly cancelled: number;
  readonly skipped: number;
  readonly undone: number;
  /** Not begun, in progress, or being looked up. */
  readonly waiting: number;
}

export function tallyOf({ progress }: Pick<Change, "progress">): Tally {
  const of = (state: ItemState) => progress[state] ?? 0;
  const ended = {
    done: of("done"),
    failed: of("failed"),
    unknown: of("unknown"),
    cancelled: of("cancelled"),
    undone: of("undone"),
  };
  const waiting = of("pending") + of("running") + of("verifying");
  const total = Object.values(ended).reduce((sum, count) => sum + count, waiting);
  return { ...ended, skipped: of("skipped"), waiting, total };
}
