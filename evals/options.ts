import { basename } from "node:path";
import { parseArgs } from "node:util";
import { Invalid } from "#core/errors.ts";
import { DEFAULT_VOCABULARY } from "#db/fleet/vocabulary.ts";

export interface Options {
  readonly questions: readonly string[];
  /** Instead of the fleet that each question file is about. */
  readonly fleet: string | undefined;
  /** A case is right only if it is right on the fleet of each. */
  readonly seeds: readonly number[];
  readonly model: string | undefined;
  /** Dollars for a million tokens read and written. */
  readonly price: { readonly input: number; readonly output: number } | null;
  readonly dataDir: string;
  readonly only: ReadonlySet<string> | null;
  readonly url: string | undefined;
  readonly key: string;
  readonly json: string;
  readonly html: string | undefined;
  readonly results: boolean;
  readonly verbose: boolean;
}

const SEEDS = [7, 11];
const QUESTIONS = "evals/questions/own.jsonl";
const FLEETS: Readonly<Record<string, string>> = {
  "tune-b": "evals/fleets/alpine.json",
  "tune-c": "evals/fleets/pacific.json",
  "tune-d": "evals/fleets/alpine.json",
  "tune-i": "evals/fleets/alpine.json",
  "tune-j": "evals/fleets/pacific.json",
  "tune-k": "evals/fleets/harbor.json",
  "tune-l": "evals/fleets/alpine.json",
  "tune-m": "evals/fleets/pacific.json",
  "tune-n": "evals/fleets/harbor.json",
  "tune-e": "evals/fleets/pacific.json",
  "aside-g": "evals/fleets/alpine.json",
  "aside-h": "evals/fleets/pacific.json",
  "aside-t": "evals/fleets/harbor.json",
  "tune-q": "evals/fleets/harbor.json",
  "tune-r": "evals/fleets/alpine.json",
};

/** Which fleet the questions of a file are about: its names are in them. */
export function fleetOf(questions: string): string {
  return FLEETS[basename(questions, ".jsonl")] ?? DEFAULT_VOCABULARY;
}

const USAGE = `npm run eval -- [--questions FILE]... [--fleet FILE] [--seed N]... [--model NAME] [--price IN/OUT]
  [--only ID,ID] [--url URL --key KEY] [--json OUT] [--html OUT] [--results] [--verbose] [--data-dir DIR]`;

/** @throws Invalid for an option that there is not, and for a seed or a price that is none. */
export function readOptions(args: readonly string[], isOwnServer: boolean): Options {
  const { values } = parsed(args);
  const questions = [...(values.questions ?? []), ...(values.file ?? [])];
  const given = (values.seed ?? []).map(wholeNumber);
  const isOneFleet = isOwnServer || values.url !== undefined;
  return {
    questions: questions.length > 0 ? questions : [QUESTIONS],
    fleet: values.fleet,
    seeds: given.length > 0 ? given : isOneFleet ? SEEDS.slice(0, 1) : SEEDS,
    model: values.model,
    price: values.price === undefined ? null : priceOf(values.price),
    dataDir: values["data-dir"],
    only: values.only ? new Set(values.only.split(",")) : null,
    url: values.url,
    key: values.key,
    json: values.json ?? values.report ?? ".simon/evals/report.json",
    html: values.html,
    results: values.results,
    verbose: values.verbose,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parse(args);
  } catch (error) {
    if (error instanceof TypeError) throw new Invalid(`${error.message}.\n\n${USAGE}`);
    throw error;
  }
}

function parse(args: readonly string[]) {
  const many = { type: "string", multiple: true } as const;
  const one = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  return parseArgs({
    args: [...args],
    options: {
      questions: many,
      file: many,
      fleet: one,
      seed: many,
      model: one,
      price: one,
      "data-dir": { ...one, default: ".simon/evals" },
      only: one,
      url: one,
      key: { ...one, default: "" },
      json: one,
      report: one,
      html: one,
      results: flag,
      verbose: flag,
    },
  });
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Invalid("--seed takes a whole number.");
  return Number(text);
}

function priceOf(text: string): { input: number; output: number } {
  const parts = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text);
  if (!parts) throw new Invalid("--price takes dollars a million tokens, such as 2.5/10.");
  return { input: Number(parts[1]), output: Number(parts[2]) };
}
