import { byValue, same } from "./values.ts";

type Tuple = readonly unknown[];

/**
 * Whether each tuple of one list has a partner of its own in the other. Tolerance makes "same" no
 * equivalence, so where sorted lists do not agree at once, partners are handed on (augmenting paths).
 */
export function pairUp(gold: readonly Tuple[], answer: readonly Tuple[]): boolean {
  if (gold.length !== answer.length) return false;
  const left = gold.toSorted(byTuple);
  const right = answer.toSorted(byTuple);
  const partnerOf: (number | undefined)[] = [];
  const findFor = (index: number, seen: Set<number>): boolean => {
    for (let step = 0; step < right.length; step++) {
      const at = (index + step) % right.length;
      if (seen.has(at) || !sameTuple(left[index] ?? [], right[at] ?? [])) continue;
      seen.add(at);
      const holder = partnerOf[at];
      if (holder !== undefined && !findFor(holder, seen)) continue;
      partnerOf[at] = index;
      return true;
    }
    return false;
  };
  return left.every((_, index) => findFor(index, new Set()));
}

function sameTuple(a: Tuple, b: Tuple): boolean {
  return a.every((value, index) => same(value, b[index]));
}

function byTuple(a: Tuple, b: Tuple): number {
  for (let index = 0; index < a.length; index++) {
    const by = byValue(a[index], b[index]);
    if (by !== 0) return by;
  }
  return 0;
}
