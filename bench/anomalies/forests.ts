import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fitIsolationForest } from "#analytics/isolation-forest.ts";
import { chance, normal, randomOf } from "#db/fleet/random.ts";

const FEATURES = 6;
const ROWS = 60_000;
const ODD_SHARE = 0.01;
const ROUNDS = 4;
const PYTHONS = ["python3", "/usr/bin/python3"];

/** Our forest and scikit-learn's on the same rows, 100 trees of 256 rows each, scored in turn on one core. */
export async function raceForests(): Promise<{ text: string; ratio: number | null }> {
  const { rows, isOdd } = makeRows();
  const forest = fitIsolationForest(rows, FEATURES, { seed: 1 });
  const folder = mkdtempSync(join(tmpdir(), "simon-forest-"));
  try {
    const file = join(folder, "rows.f64");
    writeFileSync(file, rows);
    const python = PYTHONS.find((each) => spawnSync(each, ["-c", "import sklearn"]).status === 0);
    let ours = Number.POSITIVE_INFINITY;
    let theirs = Number.POSITIVE_INFINITY;
    let scores: Float64Array = new Float64Array();
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      scores = forest.score(rows);
      const { user, system } = process.cpuUsage(before);
      ours = Math.min(ours, (user + system) / 1e6);
      if (python) theirs = Math.min(theirs, runPeer(python, file, folder));
    }
    const own = `isolation forest, ${ROWS} rows of ${FEATURES}: ${perSecond(ours)} rows a second and core, AUC ${auc(scores, isOdd).toFixed(4)}`;
    if (!python)
      return { text: `${own}\nscikit-learn: MISSING (Debian: python3-sklearn)`, ratio: null };
    const peer = new Float64Array(readFileSync(join(folder, "scores.f64")).buffer.slice(0));
    const ratio = theirs / ours;
    return {
      text: `${own}\nscikit-learn:                         ${perSecond(theirs)} rows a second and core, AUC ${auc(peer, isOdd).toFixed(4)}\nratio ${ratio.toFixed(1)}`,
      ratio,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** CPU seconds of one scoring, as the peer counts them itself: reading and fitting are left out. */
function runPeer(python: string, file: string, folder: string): number {
  const script = join(import.meta.dirname, "forest.py");
  const { status, stdout, stderr } = spawnSync(
    python,
    [script, file, String(FEATURES), join(folder, "scores.f64")],
    { encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1" } },
  );
  if (status !== 0) throw new Error(`scikit-learn failed: ${stderr}`);
  return Number(stdout);
}

/** Correlated ordinary rows in two clouds, and one in a hundred that is off in some features. */
function makeRows(): { rows: Float64Array; isOdd: Uint8Array } {
  const random = randomOf(77);
  const rows = new Float64Array(ROWS * FEATURES);
  const isOdd = new Uint8Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    const common = normal(random);
    const cloud = chance(random, 0.3) ? 4 : 0;
    isOdd[row] = chance(random, ODD_SHARE) ? 1 : 0;
    for (let f = 0; f < FEATURES; f++) {
      const off = isOdd[row] === 1 && chance(random, 0.5) ? 4 * normal(random) : 0;
      rows[row * FEATURES + f] = cloud + common + normal(random) + off;
    }
  }
  return { rows, isOdd };
}

/** The chance that an odd row scores higher than an ordinary one. */
function auc(scores: Float64Array, isOdd: Uint8Array): number {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let ranks = 0;
  let odd = 0;
  order.forEach((row, rank) => {
    if (isOdd[row] !== 1) return;
    odd++;
    ranks += rank + 1;
  });
  return (ranks - (odd * (odd + 1)) / 2) / (odd * (scores.length - odd));
}

const perSecond = (seconds: number) => Math.round(ROWS / seconds).toLocaleString("en-GB");
