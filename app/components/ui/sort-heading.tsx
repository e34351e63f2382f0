import { ArrowDown, ArrowUp } from "lucide-react";
import { cn } from "#app/lib/cn.ts";

/** As orders are kept, in the words of `aria-sort`. */
export const WAYS = { asc: "ascending", desc: "descending" } as const;

interface SortHeadingProps {
  readonly label: string;
  /** In its place on a phone. */
  readonly short?: string | undefined;
  /** How the rows are in the order of this column; null where they are not. */
  readonly sorted: "ascending" | "descending" | null;
  /** What a press of it makes of them. */
  readonly next: "ascending" | "descending";
  readonly onSort: () => void;
  /** Figures stand at the right. */
  readonly isNumber?: boolean;
  readonly title?: string;
  readonly className?: string;
}

/** The heading of a column that rows can be sorted by. */
export function SortHeading(props: SortHeadingProps) {
  const { label, short, sorted, next, onSort, isNumber = false, title, className } = props;
  const Arrow = (sorted ?? next) === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={sorted ?? "none"}
      className={cn("px-1 py-1 font-medium", isNumber ? "text-right" : "text-left", className)}
    >
      <button
        type="button"
        title={title}
        onClick={onSort}
        className={cn(
          "group/sort inline-flex h-7 items-center gap-1 rounded-sm px-2 whitespace-nowrap max-sm:px-1.5 text-muted hover:bg-hover hover:text-fg",
          isNumber && "flex-row-reverse",
          sorted && "text-fg",
        )}
      >
        {short ? (
          <>
            <span className="sm:hidden">{short}</span>
            <span className="max-sm:hidden">{label}</span>
          </>
        ) : (
          label
        )}
        <Arrow
          aria-hidden
          className={cn(
            "size-3.5",
            sorted ? "opacity-100" : "opacity-0 group-hover/sort:opacity-50 max-sm:hidden",
          )}
        />
      </button>
    </th>
  );
}
