import { expect, test } from "vitest";
import { groupByDay } from "./group-by-day.ts";

const NOW = new Date(2026, 9, 22, 9, 0);
const thread = (id: string, updated: Date) => ({
  id,
  title: id,
  status: "regular" as const,
  isAnswering: false,
  updatedAt: updated.toISOString(),
});

test("conversations stand newest first under their day", () => {
  const groups = groupByDay(
    [
      thread("old", new Date(2026, 5, 1)),
      thread("late yesterday", new Date(2026, 9, 21, 23, 59)),
      thread("today", new Date(2026, 9, 22, 0, 1)),
      thread("monday", new Date(2026, 9, 19, 8, 0)),
    ],
    NOW,
    "en-GB",
  );
  expect(groups.map((group) => [group.label, group.threads.map(({ id }) => id)])).toEqual([
    ["Today", ["today"]],
    ["Yesterday", ["late yesterday"]],
    ["Monday", ["monday"]],
    ["June 2026", ["old"]],
  ]);
});
