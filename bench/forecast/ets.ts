import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { HORIZON } from "./cases.ts";

export interface PeerForecast {
  readonly mean: Float64Array;
  readonly lower80: Float64Array;
  readonly upper80: Float64Array;
  readonly lower95: Float64Array;
  readonly upper95: Float64Array;
}
export interface PeerRun {
  /** By the place of the history; where R failed on one it is left out. */
  readonly forecasts: ReadonlyMap<number, PeerForecast>;
  readonly secondsPerSeries: number;
}

/** R's `forecast::ets` on each history with weeks as seasons; a sentence where R or its package is missing. */
export async function runEts(histories: readonly Float64Array[]): Promise<PeerRun | string> {
  const r = spawn("Rscript", [new URL("ets.R", import.meta.url).pathname], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let complaints = "";
  r.stderr.on("data", (text) => {
    complaints += text;
  });
  const ended = new Promise<string | null>((resolve) => {
    r.on("error", () => resolve("Rscript is missing"));
    r.on("close", (code) => resolve(code === 0 ? null : complaints.trim().slice(0, 300)));
  });
  // Where R has gone, `ended` tells.
  r.stdin.on("error", () => {});
  for (const [place, history] of histories.entries()) {
    r.stdin.write(`${place},${HORIZON},${history.join(",")}\n`);
  }
  r.stdin.end();
  const forecasts = new Map<number, PeerForecast>();
  let seconds = 0;
  for await (const line of createInterface({ input: r.stdout })) {
    const [place = "", spent = "", ...days] = line.split(",");
    if (spent === "failed") continue;
    seconds += Number(spent);
    const part = (index: number) =>
      Float64Array.from(days.slice(index * HORIZON, (index + 1) * HORIZON), Number);
    forecasts.set(Number(place), {
      mean: part(0),
      lower80: part(1),
      upper80: part(2),
      lower95: part(3),
      upper95: part(4),
    });
  }
  const problem = await ended;
  if (problem !== null) return `${problem} (apt-get install r-cran-forecast)`;
  return { forecasts, secondsPerSeries: seconds / Math.max(1, forecasts.size) };
}
