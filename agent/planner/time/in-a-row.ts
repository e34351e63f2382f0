import type { TimeSpan } from "./span.ts";

/** "July, August and September": periods of one kind that follow one another, as one; null for others. */
export function inARow(a: TimeSpan, b: TimeSpan): TimeSpan | null {
  if (a.k !== "days" || b.k !== "days" || !a.from || !a.to || !b.from || !b.to) return null;
  const unit = a.named ?? a.unit;
  if (unit === "span" || (b.named ?? b.unit) !== unit) return null;
  const isForward = a.to === b.from;
  if (!isForward && b.to !== a.from) return null;
  const [first, last] = isForward ? [a, b] : [b, a];
  const label = `${startOf(first)} to ${endOf(last)}`;
  return {
    k: "days",
    from: first.from,
    to: last.to,
    unit: "span",
    label,
    named: unit,
    ...(a.named || b.named ? {} : { ends: [a, b] }),
  };
}

const startOf = ({ label }: { label: string }) => label.split(" to ")[0] ?? label;
const endOf = ({ label }: { label: string }) => label.split(" to ").at(-1) ?? label;
