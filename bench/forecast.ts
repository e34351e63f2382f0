// npm run bench -- forecast [--csv FILE] [--series N] [--peer-series N]: accuracy against R's ets, intervals, speed.
import { parseArgs } from "node:util";
import { weeklyScale } from "#analytics/forecast/backtest.ts";
import { loadPeer } from "#analytics/forecast/peers.ts";
import { HISTORY_DAYS } from "#analytics/forecast/sizes.ts";
import { Forecaster, learnCalibration } from "#analytics/forecast.ts";
import { FAMILY_NAMES } from "#evals/forecast/families.ts";
import {
  type BenchSeries,
  generatedSeries,
  HORIZON,
  ORIGINS,
  seriesOfFile,
} from "./forecast/cases.ts";
import { runEts } from "./forecast/ets.ts";
import {
  type Interval,
  meanMiss,
  meanOf,
  type Score,
  scoreOf,
  totalErrorOf,
  WEEK,
} from "./forecast/scores.ts";

const { values } = parseArgs({
  options: {
    csv: { type: "string" },
    series: { type: "string", default: "40" },
    "peer-series": { type: "string", default: "4" },
  },
});
const perFamily = Number(values.series);
const peerPerFamily = Number(values["peer-series"]);
const PROPHET_SERIES = 24;
const SPEED_ROUNDS = 20;
const CLOSE = 0.15;

interface Case extends Score {
  readonly place: number;
  readonly history: Float64Array;
  readonly actual: Float64Array;
  readonly scale: number;
}

const all = values.csv ? await seriesOfFile(values.csv) : generatedSeries(perFamily);
const cases = ours(all);
const scaled = cases.filter(({ scale }) => scale > 0);
console.log(
  `${all.length} series ${values.csv ? `of ${values.csv}` : `of ${FAMILY_NAMES.length} generated families`}, ${cases.length} forecasts from up to ${ORIGINS} past days.`,
);
console.log(
  `Series whose weeks never differ (no MASE, counted apart): ${cases.length - scaled.length}.`,
);
await accuracy();
intervals();
await speed();

/** Forecasts made at each origin, with intervals learnt from what was known at that time. */
function ours(series: readonly BenchSeries[]): Case[] {
  const found: Case[] = [];
  for (let round = 0; round < ORIGINS; round++) {
    const known = series.flatMap(({ days, origins }) => days.slice(0, origins[round] ?? 0));
    const forecaster = new Forecaster(learnCalibration(known, HORIZON));
    series.forEach(({ days, origins }, place) => {
      const origin = origins[round];
      if (origin === undefined) return;
      const history = days.slice(Math.max(0, origin - HISTORY_DAYS), origin);
      forecaster.run(history, 0, history.length, HORIZON);
      const scale = weeklyScale(history, history.length);
      const score = scoreOf(forecaster, days, origin, scale);
      found.push({ ...score, place, history, scale, actual: days.slice(origin, origin + HORIZON) });
    });
  }
  return found;
}

async function accuracy(): Promise<void> {
  const every = Math.max(1, Math.floor(all.length / (FAMILY_NAMES.length * peerPerFamily)));
  const compared = scaled.filter(({ place }) => place % every === 0);
  console.log(`\nMASE against R forecast::ets, on ${compared.length} of these forecasts:`);
  const ets = await runEts(compared.map(({ history }) => history));
  if (typeof ets === "string") {
    console.log(`R ets: missing, so no ratio. ${ets}`);
    return;
  }
  const rows = compared.flatMap((each, index) => {
    const peer = ets.forecasts.get(index);
    if (!peer) return [];
    const peer7 = meanMiss(each.actual, peer.mean, WEEK) / each.scale;
    const peer30 = meanMiss(each.actual, peer.mean, HORIZON) / each.scale;
    const peerTotalError = totalErrorOf(each.actual, peer.mean.subarray(0, HORIZON));
    return [{ ...each, peer7, peer30, peerTotalError }];
  });
  if (rows.length < compared.length)
    console.log(`R ets failed on ${compared.length - rows.length}.`);
  console.log(
    "class           n | 7 days: ours    ets  ratio | 30 days: ours    ets  ratio | 30-day total within 15 %: ours   ets",
  );
  for (const [kind, group] of [...groupsOf(rows), ["all", rows] as const]) {
    const [a, b, c, d] = (["mase7", "peer7", "mase30", "peer30"] as const).map((key) =>
      meanOf(group.map((row) => row[key])),
    );
    console.log(
      `${kind.padEnd(12)} ${String(group.length).padStart(4)} | ${fixed(a, 12)} ${fixed(b)}  ${ratio(a, b)} | ${fixed(c, 13)} ${fixed(d)}  ${ratio(c, d)} | ${percentClose(group, "totalError").padStart(30)} ${percentClose(group, "peerTotalError").padStart(5)}`,
    );
  }
  console.log(`R ets took ${(1000 * ets.secondsPerSeries).toFixed(0)} ms a series (CPU).`);
}

function intervals(): void {
  console.log(
    "\nIntervals, percent inside (promised 80 and 95); over 20 % zero days: totals count",
  );
  console.log("class           n | days 7     days 30  | total 7    total 30 | total within 15 %");
  for (const [kind, group] of groupsOf(cases)) {
    const share = (key: Interval) =>
      (100 * meanOf(group.map(({ inside }) => inside[key]))).toFixed(1).padStart(5);
    const pair = (what: "days" | "total", length: 7 | 30) =>
      `${share(`${what}${length}at80`)} ${share(`${what}${length}at95`)}`;
    console.log(
      `${kind.padEnd(12)} ${String(group.length).padStart(4)} | ${pair("days", 7)} ${pair("days", 30)} | ${pair("total", 7)} ${pair("total", 30)} | ${percentClose(group, "totalError")}${meanOf(group.map(({ zeroShare }) => zeroShare)) > 0.2 ? "  (over 20 % zero days)" : ""}`,
    );
  }
}

async function speed(): Promise<void> {
  const step = Math.max(1, Math.floor(cases.length / PROPHET_SERIES));
  const sample = cases.filter((_, index) => index % step === 0).slice(0, PROPHET_SERIES);
  const forecaster = new Forecaster();
  const runOurs = () => {
    for (const { history } of sample) forecaster.run(history, 0, history.length, HORIZON);
  };
  for (let round = 0; round < SPEED_ROUNDS; round++) runOurs();
  const oursMs =
    cpuMs(() => {
      for (let round = 0; round < SPEED_ROUNDS; round++) runOurs();
    }) /
    SPEED_ROUNDS /
    sample.length;
  console.log(`\nSpeed, CPU of one core, ${sample.length} series, ${HORIZON} days with intervals:`);
  console.log(
    `ours     ${(1000 * oursMs).toFixed(0)} µs a series, ${(1000 / oursMs).toFixed(0)} series/s`,
  );
  const prophet = await loadPeer("prophet");
  let failed = 0;
  const prophetAll = () => {
    failed = 0;
    for (const { history } of sample) {
      try {
        prophet(history, HORIZON);
      } catch {
        failed++;
      }
    }
  };
  prophetAll();
  const prophetMs = cpuMs(prophetAll) / sample.length;
  console.log(
    `Prophet  ${(1000 * prophetMs).toFixed(0)} µs a series, ${(1000 / prophetMs).toFixed(0)} series/s (augurs); failed on ${failed}`,
  );
  console.log(`ours is ${(prophetMs / oursMs).toFixed(0)} times as fast`);
}

function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function groupsOf<T extends Score>(scores: readonly T[]): [string, T[]][] {
  return Object.entries(Object.groupBy(scores, ({ kind }) => kind))
    .map(([kind, group]): [string, T[]] => [kind, group ?? []])
    .sort(([a], [b]) => a.localeCompare(b));
}

function percentClose<K extends string>(scores: readonly Record<K, number>[], error: K): string {
  return ((100 * scores.filter((score) => score[error] <= CLOSE).length) / scores.length).toFixed(
    1,
  );
}

function fixed(value: number | undefined, width = 6): string {
  return (value ?? 0).toFixed(3).padStart(width);
}

/** Two that make no error are as good as each other. */
function ratio(ours: number | undefined, peer: number | undefined): string {
  return ours === 0 && peer === 0 ? "  none" : fixed((ours ?? 0) / (peer ?? 0));
}
