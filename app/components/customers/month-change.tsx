import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { formatPercent } from "#app/lib/format.ts";

/** Below this a difference says nothing. */
const EVEN_PERCENT = 1;

/** How usage goes, against the same days of the last month. */
export function MonthChange({ percent }: { readonly percent: number | null }) {
  if (percent === null)
    return (
      <span className="text-muted" title="There is nothing in the last month to hold it against">
        –
      </span>
    );
  const isEven = Math.abs(percent) < EVEN_PERCENT;
  const Arrow = isEven ? ArrowRight : percent > 0 ? ArrowUp : ArrowDown;
  const text = formatPercent(Math.abs(percent)).text;
  const way = percent > 0 ? "more" : "less";
  return (
    <span
      title={`Per day, ${text} ${way} than on the same days of the last month`}
      className="inline-flex items-baseline gap-0.5 whitespace-nowrap text-muted"
    >
      <Arrow aria-hidden className="size-3.5 self-center" />
      {isEven ? "even" : text}
      {isEven ? null : <span className="sr-only"> {way}</span>}
    </span>
  );
}
