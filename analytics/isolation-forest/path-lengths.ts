import type { Grown } from "./grow.ts";

/**
 * The forest with ranks for values: a feature's cuts are sorted, and a row's value is looked up among them once,
 * so that each of the many steps compares two small integers, which needs no branch.
 */
export interface Ranked {
  readonly cutFeature: Uint16Array;
  readonly cutRank: Int32Array;
  readonly path: Float64Array;
  readonly valuesOf: readonly Float64Array[];
}

const UNPASSED = 2 ** 30;

export function rankCuts({ cutFeature, cutValue, path }: Grown, features: number): Ranked {
  const byFeature: number[][] = Array.from({ length: features }, () => []);
  cutValue.forEach((value, cut) => {
    if (value < Number.POSITIVE_INFINITY) byFeature[cutFeature[cut] ?? 0]?.push(value);
  });
  const valuesOf = byFeature.map((values) => Float64Array.from(new Set(values)).sort());
  const cutRank = Int32Array.from(cutValue, (value, cut) => {
    if (value === Number.POSITIVE_INFINITY) return UNPASSED;
    return rankOf(valuesOf[cutFeature[cut] ?? 0] as Float64Array, value);
  });
  return { cutFeature, cutRank, path, valuesOf };
}

/** How many of the sorted `values` are at most `value`. */
function rankOf(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (values[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const BLOCK_ROWS = 512;

/** Tree by tree over a block of rows, four at a time, so that a tree stays near while it is used. */
export function pathLengths(
  { cutFeature, cutRank, path, valuesOf }: Ranked,
  rows: Float64Array,
  features: number,
  trees: number,
  depth: number,
): Float64Array {
  const count = Math.floor(rows.length / features);
  const cuts = 2 ** depth - 1;
  const lengths = new Float64Array(count);
  const ranks = new Int32Array(BLOCK_ROWS * features);
  for (let start = 0; start < count; start += BLOCK_ROWS) {
    const size = Math.min(BLOCK_ROWS, count - start);
    for (let row = 0; row < size; row++) {
      for (let f = 0; f < features; f++) {
        const value = rows[(start + row) * features + f] as number;
        ranks[row * features + f] = rankOf(valuesOf[f] as Float64Array, value);
      }
    }
    const block = lengths.subarray(start, start + size);
    for (let tree = 0; tree < trees; tree++) {
      addPaths(
        cutFeature.subarray(tree * cuts, (tree + 1) * cuts),
        cutRank.subarray(tree * cuts, (tree + 1) * cuts),
        path.subarray(tree * (cuts + 1), (tree + 1) * (cuts + 1)),
        ranks,
        features,
        depth,
        block,
      );
    }
  }
  return lengths;
}

function addPaths(
  feature: Uint16Array,
  rank: Int32Array,
  ends: Float64Array,
  ranks: Int32Array,
  features: number,
  depth: number,
  lengths: Float64Array,
): void {
  const cuts = feature.length;
  const step = (at: number, node: number): number =>
    // One more where the row's rank has reached the cut's: the sign bit of their difference.
    2 * node +
    1 +
    (((rank[node] as number) - 1 - (ranks[at + (feature[node] as number)] as number)) >>> 31);
  let row = 0;
  for (; row + 3 < lengths.length; row += 4) {
    const at = row * features;
    let node0 = 0;
    let node1 = 0;
    let node2 = 0;
    let node3 = 0;
    for (let level = 0; level < depth; level++) {
      node0 = step(at, node0);
      node1 = step(at + features, node1);
      node2 = step(at + 2 * features, node2);
      node3 = step(at + 3 * features, node3);
    }
    lengths[row] = (lengths[row] as number) + (ends[node0 - cuts] as number);
    lengths[row + 1] = (lengths[row + 1] as number) + (ends[node1 - cuts] as number);
    lengths[row + 2] = (lengths[row + 2] as number) + (ends[node2 - cuts] as number);
    lengths[row + 3] = (lengths[row + 3] as number) + (ends[node3 - cuts] as number);
  }
  for (; row < lengths.length; row++) {
    let node = 0;
    for (let level = 0; level < depth; level++) node = step(row * features, node);
    lengths[row] = (lengths[row] as number) + (ends[node - cuts] as number);
  }
}
