import { seededRandom } from "./random.ts";

export interface ForestOptions {
  readonly trees?: number;
  /** Rows that each tree is grown on. */
  readonly sample?: number;
  /** The same seed and rows give the same forest. */
  readonly seed?: number;
}

/**
 * Isolation Forest (Liu, Ting and Zhou 2008): random cuts set odd rows apart sooner than ordinary ones. Rows
 * stand one after the other in one array, `features` numbers each; a NaN counts as smaller than all.
 */
export interface IsolationForest {
  /** The anomaly score of each row, as in the paper: about 0.5 is ordinary, towards 1 is odd. */
  score(rows: Float64Array): Float64Array;
}

export function fitIsolationForest(
  rows: Float64Array,
  features: number,
  { trees = 100, sample = 256, seed = 1 }: ForestOptions = {},
): IsolationForest {
  const count = Math.floor(rows.length / features);
  if (features < 1 || count < 2) throw new RangeError("A forest needs two rows with a feature.");
  const size = Math.min(sample, count);
  const depth = Math.max(1, Math.ceil(Math.log2(size)));
  const grown = growTrees({
    rows,
    features,
    count,
    trees,
    size,
    depth,
    random: seededRandom(seed),
  });
  const ranked = rankCuts(grown, features);
  const usual = trees * averagePath(size);
  return {
    score: (given) => {
      const paths = pathLengths(ranked, given, features, trees, depth);
      return paths.map((length) => 2 ** (-length / usual));
    },
  };
}

/**
 * Every tree has the same shape, `depth` cuts deep, with its children at 2n + 1 and 2n + 2: a row takes the same
 * number of steps in all. Where a branch ended sooner, cuts that nothing passes lead to its path length.
 */
interface Grown {
  readonly cutFeature: Uint16Array;
  readonly cutValue: Float64Array;
  readonly path: Float64Array;
}

interface Growing {
  readonly rows: Float64Array;
  readonly features: number;
  readonly count: number;
  readonly trees: number;
  readonly size: number;
  readonly depth: number;
  readonly random: () => number;
}

function growTrees({ rows, features, count, trees, size, depth, random }: Growing): Grown {
  const cuts = 2 ** depth - 1;
  const leaves = 2 ** depth;
  const cutFeature = new Uint16Array(trees * cuts);
  const cutValue = new Float64Array(trees * cuts).fill(Number.POSITIVE_INFINITY);
  const path = new Float64Array(trees * leaves);
  const order = Uint32Array.from({ length: count }, (_, row) => row);

  const grow = (tree: number, node: number, level: number, from: number, to: number): void => {
    const cut =
      level < depth && to - from > 1 ? chooseCut(order, rows, features, from, to, random) : null;
    if (!cut) {
      // The branch ends here; below it the way is always to the left.
      let leaf = node;
      for (let below = level; below < depth; below++) leaf = 2 * leaf + 1;
      path[tree * leaves + leaf - cuts] = level + averagePath(to - from);
      return;
    }
    cutFeature[tree * cuts + node] = cut.feature;
    cutValue[tree * cuts + node] = cut.value;
    let middle = from;
    for (let i = from; i < to; i++) {
      const row = order[i] ?? 0;
      if ((rows[row * features + cut.feature] ?? 0) >= cut.value) continue;
      order[i] = order[middle] ?? 0;
      order[middle++] = row;
    }
    grow(tree, 2 * node + 1, level + 1, from, middle);
    grow(tree, 2 * node + 2, level + 1, middle, to);
  };

  for (let tree = 0; tree < trees; tree++) {
    for (let i = 0; i < size; i++) {
      const other = i + Math.floor(random() * (count - i));
      const row = order[other] ?? 0;
      order[other] = order[i] ?? 0;
      order[i] = row;
    }
    grow(tree, 0, 0, 0, size);
  }
  return { cutFeature, cutValue, path };
}

/** A feature that differs among the rows, and a value between its least and its largest there. */
function chooseCut(
  order: Uint32Array,
  rows: Float64Array,
  features: number,
  from: number,
  to: number,
  random: () => number,
): { feature: number; value: number } | null {
  const start = Math.floor(random() * features);
  for (let tried = 0; tried < features; tried++) {
    const feature = (start + tried) % features;
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i++) {
      const value = rows[(order[i] ?? 0) * features + feature] ?? 0;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (least < most) return { feature, value: least + (most - least) * (1 - random()) };
  }
  return null;
}

/**
 * The forest with ranks for values: a feature's cuts are sorted, and a row's value is looked up among them once,
 * so that each of the many steps compares two small integers, which needs no branch.
 */
interface Ranked {
  readonly cutFeature: Uint16Array;
  readonly cutRank: Int32Array;
  readonly path: Float64Array;
  readonly valuesOf: readonly Float64Array[];
}

const UNPASSED = 2 ** 30;

function rankCuts({ cutFeature, cutValue, path }: Grown, features: number): Ranked {
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
function pathLengths(
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

const EULER = 0.5772156649015329;

/** Mean path length of an unsuccessful search among `size` rows: what is left to cut where a branch ended. */
function averagePath(size: number): number {
  if (size <= 1) return 0;
  if (size === 2) return 1;
  return 2 * (Math.log(size - 1) + EULER) - (2 * (size - 1)) / size;
}
