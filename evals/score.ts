import { VERDICTS, type Verdict } from "./judge.ts";
import type { Options } from "./options.ts";
import type { Result } from "./verdicts.ts";

const Z = 1.96;

export interface Part {
  readonly count: number;
  readonly percent: number;
  /** Wilson's 95 % interval, in percent. */
  readonly low: number;
  readonly high: number;
}

export type Score = { readonly cases: number } & Readonly<Record<Verdict, Part>>;

export function scoreOf(results: readonly Result[]): Score {
  const part = (verdict: Verdict) =>
    partOf(results.filter((one) => one.verdict === verdict).length, results.length);
  const [right, wrong, asked] = VERDICTS;
  return {
    cases: results.length,
    [right]: part(right),
    [wrong]: part(wrong),
    [asked]: part(asked),
  } as Score;
}

function partOf(count: number, of: number): Part {
  return { count, percent: of === 0 ? 0 : (100 * count) / of, ...wilson(count, of) };
}

/** Wilson's 95 % interval of a share, in percent. */
export function wilson(count: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 100 };
  const share = count / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const middle = share + Z ** 2 / (2 * of);
  const scale = 1 + Z ** 2 / of;
  return {
    low: Math.max(0, (100 * (middle - spread)) / scale),
    high: Math.min(100, (100 * (middle + spread)) / scale),
  };
}

/** Scores of groups that a case may be in several of, by the groups' names. */
export function scoresBy(
  results: readonly Result[],
  groupsOf: (one: Result) => readonly string[],
): Map<string, Score> {
  const names = [...new Set(results.flatMap(groupsOf))].sort();
  return new Map(
    names.map((name) => [name, scoreOf(results.filter((one) => groupsOf(one).includes(name)))]),
  );
}

export interface Cost {
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Null where no model reports them. */
  readonly tokens: { readonly input: number; readonly output: number } | null;
  readonly dollars: number | null;
}

export function costOf(results: readonly Result[], price: Options["price"]): Cost {
  const replies = results.flatMap(({ runs }) => runs.map(({ reply }) => reply));
  const times = replies.map(({ ms }) => ms).sort((a, b) => a - b);
  const reported = replies.flatMap(({ tokens }) => (tokens ? [tokens] : []));
  const sum = (side: "input" | "output") => reported.reduce((all, each) => all + each[side], 0);
  const tokens = reported.length > 0 ? { input: sum("input"), output: sum("output") } : null;
  return {
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    tokens,
    dollars:
      tokens && price ? (tokens.input * price.input + tokens.output * price.output) / 1e6 : null,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
