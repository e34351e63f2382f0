import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { type Forecast, type ForecastOptions, forecastClean } from "../forecast.ts";
import { EXACT_CALIBRATION } from "./calibration.ts";
import { Forecaster, type Kernel, Z80, Z95 } from "./forecaster.ts";
import { runKernel } from "./kernel.ts";
import type { Outlook } from "./outlook.ts";
import type { CleanSeries } from "./series.ts";

/** Well-known methods to compare with, for one series at a time: a thousand times slower than ours. */
export type PeerMethod = "prophet" | "mstl";

interface Point {
  readonly point: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}
/** The next `horizon` days with an 80 % interval. */
type Peer = (history: Float64Array, horizon: number) => Point;

export const PEER_NAMES: Readonly<Record<PeerMethod, string>> = {
  prophet: "Prophet",
  mstl: "MSTL with ETS",
};
const DAY_SECONDS = 86_400;

/** Forecasts series after series with a peer; where it fails on one, ours answers and a note says so. */
export async function peerForecaster(
  method: PeerMethod,
): Promise<(clean: CleanSeries, options: ForecastOptions) => Forecast> {
  const forecaster = new Forecaster(EXACT_CALIBRATION, kernelOf(await loadPeer(method)));
  const ours = new Forecaster();
  return (clean, options) => {
    try {
      return { ...forecastClean(forecaster, clean, options), method: PEER_NAMES[method] };
    } catch (error) {
      const own = forecastClean(ours, clean, options);
      const reason =
        error instanceof PeerError ? error.message : `${PEER_NAMES[method]} failed on this series.`;
      return { ...own, notes: [...own.notes, `${reason} The built-in method made this forecast.`] };
    }
  };
}

class PeerError extends Error {}

/** A peer says days; how totals spread around their mean is taken from ours. */
function kernelOf(peer: Peer): Kernel {
  return (scratch, days, horizon, outlook) => {
    const history = scratch.history.slice(0, days);
    const kind = runKernel(scratch, days, horizon, outlook);
    const ours = sumOf(outlook.mean, horizon);
    fill(outlook, peer(history, horizon), horizon);
    const ratio = ours > 0 ? sumOf(outlook.mean, horizon) / ours : 0;
    for (let day = 0; day < horizon; day++) {
      outlook.totalDeviation[day] = ratio * (outlook.totalDeviation[day] ?? 0);
    }
    return kind;
  };
}

const sumOf = (values: Float64Array, count: number): number =>
  values.subarray(0, count).reduce((sum, value) => sum + value, 0);

function fill(outlook: Outlook, said: Point, horizon: number): void {
  for (let day = 0; day < horizon; day++) {
    const point = Math.max(0, said.point[day] ?? Number.NaN);
    const below = point - Math.max(0, Math.min(point, said.lower[day] ?? Number.NaN));
    const above = Math.max(0, (said.upper[day] ?? Number.NaN) - point);
    if (!Number.isFinite(point + below + above)) throw new PeerError("It gave no finite forecast.");
    outlook.predicted[day] = point;
    outlook.mean[day] = point;
    outlook.lower80[day] = point - below;
    outlook.upper80[day] = point + above;
    outlook.lower95[day] = Math.max(0, point - (below * Z95) / Z80);
    outlook.upper95[day] = point + (above * Z95) / Z80;
  }
}

export async function loadPeer(method: PeerMethod): Promise<Peer> {
  return method === "prophet" ? loadProphet() : loadMstl();
}

async function loadProphet(): Promise<Peer> {
  const [{ Prophet, initSync }, { optimizer }] = await Promise.all([
    import("@bsull/augurs/prophet"),
    import("@bsull/augurs-prophet-wasmstan"),
  ]);
  initSync({ module: wasmOf("prophet") });
  return (history, horizon) => {
    const prophet = new Prophet({
      optimizer,
      intervalWidth: 0.8,
      weeklySeasonality: { type: "auto" },
    });
    const ds = Array.from(history, (_, day) => day * DAY_SECONDS);
    prophet.fit({ ds, y: history });
    const ahead = Array.from({ length: horizon }, (_, day) => (history.length + day) * DAY_SECONDS);
    const { yhat } = prophet.predict({ ds: ahead });
    prophet.free();
    return pointOf(yhat);
  };
}

async function loadMstl(): Promise<Peer> {
  const { MSTL, initSync } = await import("@bsull/augurs/mstl");
  initSync({ module: wasmOf("mstl") });
  return (history, horizon) => {
    if (history.length < 15) throw new PeerError("MSTL needs more than two weeks of history.");
    const model = MSTL.ets([7]);
    model.fit(history);
    const said = model.predict(horizon, 0.8);
    model.free();
    return pointOf(said);
  };
}

function pointOf({
  point,
  intervals,
}: {
  point: number[];
  intervals?: { lower: number[]; upper: number[] } | undefined;
}): Point {
  if (!intervals) throw new PeerError("It gave no interval.");
  return { point, lower: intervals.lower, upper: intervals.upper };
}

/** Found from the project's folder: in the bundle of the pages a module has no path of its own. */
function wasmOf(name: PeerMethod): Buffer {
  const main = createRequire(resolve("package.json")).resolve("@bsull/augurs");
  return readFileSync(join(dirname(main), `${name}_bg.wasm`));
}
