import { processWide } from "#core/process-state.ts";
import type { Expectation } from "#domain/threads/thread.ts";
import { turnTimeout } from "./loop.ts";

const MAX_REMEMBERED = 50;
/** What is quicker needs no estimate. */
const SLOW_MS = 10_000;

/** How long the slow ones of the last turns took. */
function slowTurns(): number[] {
  return processWide("slow-turns", () => []);
}

export function noteTurn(tookMs: number): void {
  if (tookMs < SLOW_MS) return;
  slowTurns().push(tookMs);
  if (slowTurns().length > MAX_REMEMBERED) slowTurns().shift();
}

/** What to expect of a turn that begins now and turns out to be slow. */
export function expectation(startedAt: Date): Expectation {
  const sorted = slowTurns().toSorted((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length / 2)];
  return {
    startedAt: startedAt.toISOString(),
    ...(usual === undefined ? {} : { usualMs: usual }),
    mostMs: turnTimeout().totalMs,
  };
}
