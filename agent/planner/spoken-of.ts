import { analysesAsked } from "./analysis/asked.ts";
import { askedInWords } from "./analysis/wording.ts";
import { liveClause, simAskedLive } from "./live.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import { type Reading, read } from "./read.ts";
import { isRow } from "./sim-meant.ts";
import { simAskedWhole } from "./standing/standing-plan.ts";
import type { TimeContext } from "./time/span.ts";

interface Reader {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
}

/**
 * Whom a turn leaves to speak of that a tool answers as a whole (a forecast, a look for what is odd, all of one
 * SIM, how it stands right now): that SIM, or that customer's SIMs. `earlier` where it only points at them; null
 * for turns that are answered from rows, and where nothing is named that is known.
 */
export function spokenOf(turn: string, earlier: Reading | null, reader: Reader): Reading | null {
  for (const of of askedOf(turn.trim())) {
    if (POINTER.test(of) || isRow(of)) return earlier;
    const named = read(`show ${of}`, reader.lexicon, reader.time);
    const reading = ofOneSim(named, reader) ?? ofOneCustomer(named, reader);
    if (reading) return reading;
  }
  return null;
}

const POINTER =
  /^(?:show )?(?:it|this|that|they|them|these|those|(?:this|that|the)(?: same)? (?:one|sim|device|card|customer))$/i;

function askedOf(turn: string): string[] {
  const analyses = [...analysesAsked(turn), ...askedInWords(turn)].map(({ of }) => of);
  const live = simAskedLive(turn);
  const clause = live === null ? liveClause(turn) : null;
  const told = clause && [...clause.others, clause.sim];
  const whole = simAskedWhole(turn);
  return [
    ...analyses,
    ...(whole === null ? [] : [whole]),
    ...(live === null ? (told ?? []) : [live]),
  ];
}

function ofOneSim({ items, unknown }: Reading, { lexicon, time }: Reader): Reading | null {
  const sims = items.filter((item) => item.cat === "value" && item.dim === "sim");
  const [sim] = sims;
  if (unknown.length > 0 || sims.length !== 1 || sim?.cat !== "value") return null;
  return read(`show ${sim.cond.said}`, lexicon, time);
}

function ofOneCustomer({ items, unknown }: Reading, { lexicon, time }: Reader): Reading | null {
  const values = items.filter((item) => item.cat === "value");
  const [customer] = values;
  const isOfMore = items.some(
    ({ cat }) => cat !== "value" && cat !== "ask" && cat !== "filler" && cat !== "word",
  );
  if (unknown.length > 0 || isOfMore || values.length !== 1) return null;
  if (customer?.cat !== "value" || customer.dim !== "customer") return null;
  return read(`SIMs of ${customer.cond.said}`, lexicon, time);
}
