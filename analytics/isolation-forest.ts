import { averagePath, growTrees } from "./isolation-forest/grow.ts";
import { pathLengths, rankCuts } from "./isolation-forest/path-lengths.ts";
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
