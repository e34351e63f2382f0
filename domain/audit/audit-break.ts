import type { Anchor } from "./anchor-file.ts";
import type { Extent } from "./read-chain.ts";
import type { Span, Walk } from "./walk-chain.ts";

export type BreakKind =
  /** Rows do not fit their hashes. */
  | "altered"
  | "removed"
  /** The newest rows are missing: the anchor knows them. */
  | "cut"
  /** The head in the database counts more rows than there are. */
  | "short"
  /** All rows from one on to the end do not fit the key. */
  | "recomputed"
  /** The anchored row is another one, though it fits the key. */
  | "rewritten"
  /** A row that fits the key follows another one than the one before it. */
  | "exchanged"
  | "wrong key"
  /** The head in the database is not that of the newest row. */
  | "head"
  | "not anchored";

/** Where the log is not what was recorded: rows `from` to `to`. */
export interface AuditBreak extends Span {
  readonly kind: BreakKind;
}

/** What the walk over the rows, the head and the anchor tell together, in the order of the rows. */
export function findBreaks(
  walk: Walk,
  { last, head }: Pick<Extent, "last" | "head">,
  anchor: Anchor | null,
): AuditBreak[] {
  const breaks: AuditBreak[] = [
    ...walk.missing.map((span) => ({ kind: "removed", ...span }) as const),
    ...walk.misfits.map((span) => ({ kind: kindOf(span, walk, last, anchor), ...span })),
    ...walk.exchanged.map((at) => ({ kind: "exchanged", from: at, to: at }) as const),
  ];
  const isMisfit = (sequence: number) => walk.misfits.some((span) => holds(span, sequence));
  const anchored = anchor?.sequence ?? 0;
  const to = Math.max(head?.sequence ?? 0, anchored);
  if (to > last) breaks.push({ kind: anchored > last ? "cut" : "short", from: last + 1, to });
  if (anchor && walk.anchoredHash && walk.anchoredHash !== anchor.hash) {
    if (!isMisfit(anchored)) breaks.push({ kind: "rewritten", from: anchored, to: anchored });
  }
  const isBehind = last > 0 && (head === null || head.sequence < last);
  const isOther = head?.sequence === last && head.hash !== walk.lastHash && !isMisfit(last);
  if (isBehind || isOther) breaks.push({ kind: "head", from: last, to: last });
  if (last > 0 && anchor === null) breaks.push({ kind: "not anchored", from: last, to: last });
  return breaks.sort((a, b) => a.from - b.from);
}

/** One changed row, or a chain made anew: where the hashes are those that were anchored, it was not. */
function kindOf(span: Span, walk: Walk, last: number, anchor: Anchor | null): BreakKind {
  const isSingle = span.from === span.to;
  if (isSingle || span.to < last) return "altered";
  const isWhole = span.from === 1;
  if (anchor === null || !holds(span, anchor.sequence)) {
    return isWhole && anchor === null ? "wrong key" : "recomputed";
  }
  if (walk.anchoredHash !== anchor.hash) return "recomputed";
  return isWhole ? "wrong key" : "altered";
}

function holds({ from, to }: Span, sequence: number): boolean {
  return sequence >= from && sequence <= to;
}
