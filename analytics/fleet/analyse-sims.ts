import { boardRows, writeRow } from "../cohorts/board.ts";
import { GROUP_NUMBERS, Group } from "../forecast/group.ts";
import { SeriesError } from "../forecast/series.ts";
import { HORIZON_DAYS } from "../forecast/sizes.ts";
import { type Analyst, type Examination, unknownOutlook } from "./analyst.ts";
import { adviceColumns, forecastColumns, outlookColumns } from "./columns.ts";
import {
  type Analysed,
  type AnalysedSim,
  BOARD_DAYS,
  type Problem,
  type SimToAnalyse,
} from "./types.ts";

/** Examines some SIMs. One that cannot be is told in `problems`, and is as if it had no days. */
export function analyseSims(analyst: Analyst, given: readonly SimToAnalyse[]): Analysed {
  const sims: AnalysedSim[] = [];
  const problems: Problem[] = [];
  const board = boardRows(given.length, BOARD_DAYS);
  const firstOfBoard = analyst.context.lastDay - BOARD_DAYS + 1;
  const sums = new Map<string, Group>();
  given.forEach((sim, place) => {
    try {
      const examination = analyst.examine(sim);
      const { days, notes } = examination;
      if (days) writeRow(board, place, days, firstOfBoard, BOARD_DAYS);
      addToSums(sums, sim, examination, analyst);
      sims.push(examination.sim);
      if (notes.length > 0) problems.push({ id: sim.id, problem: notes.join(" ") });
    } catch (error) {
      const unknown = { forecast: null, anomalies: null, advice: null };
      sims.push({ ...unknownOutlook(sim), ...unknown });
      problems.push({ id: sim.id, problem: wordsFor(error) });
    }
  });
  return {
    forecasts: forecastColumns(sims),
    outlooks: outlookColumns(sims),
    advice: adviceColumns(sims),
    judged: sims.flatMap(({ id, anomalies }) => (anomalies ? [id] : [])),
    anomalies: sims.flatMap(({ id, anomalies }) => (anomalies?.length ? [{ id, anomalies }] : [])),
    problems,
    board,
    sums: [...sums.keys()],
    sumStates: statesOf(sums),
  };
}

function addToSums(
  sums: Map<string, Group>,
  sim: SimToAnalyse,
  { history }: Examination,
  { forecaster }: Analyst,
): void {
  if (!history) return;
  const alone = new Group(HORIZON_DAYS);
  alone.add(forecaster, history, 0, history.length);
  for (const name of sim.sums) {
    const sum = sums.get(name);
    if (sum) sum.merge(alone);
    else {
      const first = new Group(HORIZON_DAYS);
      first.merge(alone);
      sums.set(name, first);
    }
  }
}

function statesOf(sums: ReadonlyMap<string, Group>): Float64Array {
  const states = new Float64Array(sums.size * GROUP_NUMBERS);
  [...sums.values()].forEach((sum, i) => {
    states.set(sum.state(), i * GROUP_NUMBERS);
  });
  return states;
}

/** The batch goes on whatever one SIM's days are. */
function wordsFor(error: unknown): string {
  if (error instanceof SeriesError) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `The analysis failed on its days (${reason}).`;
}
