import type { Change } from "#domain/changes/change.ts";
import { CHANGE_LOOKS } from "./states.ts";
import { tallyOf } from "./tally.ts";
import { tallyWords } from "./tally-words.ts";

const SPOKEN_STEPS = 4;

/** What a screen reader hears: each state, and each quarter of the way, not every tick. */
export function LiveWords({ change }: { change: Change }) {
  return (
    <p role="status" className="sr-only">
      {spoken(change)}
    </p>
  );
}

function spoken(change: Change): string {
  const { state, preview } = change;
  const tally = tallyOf(change);
  if (state === "done" || state === "cancelled") {
    return `${preview.title}: ${CHANGE_LOOKS[state].label}. ${tallyWords(tally)}.`;
  }
  if (state !== "running") return `${preview.title}: ${CHANGE_LOOKS[state].label}.`;
  const ended = tally.total > 0 ? (tally.total - tally.waiting) / tally.total : 0;
  const percent = (100 * Math.floor(ended * SPOKEN_STEPS)) / SPOKEN_STEPS;
  return `${preview.title}: ${percent} percent.`;
}
