/**
 * Every tree has the same shape, `depth` cuts deep, with its children at 2n + 1 and 2n + 2: a row takes the same
 * number of steps in all. Where a branch ended sooner, cuts that nothing passes lead to its path length.
 */
export interface Grown {
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

export function growTrees({ rows, features, count, trees, size, depth, random }: Growing): Grown {
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

const EULER = 0.5772156649015329;

/** Mean path length of an unsuccessful search among `size` rows: what is left to cut where a branch ended. */
export function averagePath(size: number): number {
  if (size <= 1) return 0;
  if (size === 2) return 1;
  return 2 * (Math.log(size - 1) + EULER) - (2 * (size - 1)) / size;
}
