import { at } from "../floats.ts";
import { type Outlook, SHARES } from "../outlook.ts";
import type { Scratch } from "../scratch.ts";
import { runArms } from "./arms.ts";
import { lookAhead, weighArms } from "./combine.ts";
import { levelOf } from "./level.ts";
import { weeklyProfile } from "./profile.ts";
import { lastShift } from "./shift.ts";
import { BLOCKS, createSpread, DISTANCES, measureSpread } from "./spread.ts";

/** How much of the past errors' median the middle follows: more helps skewed noise and hurts drifting levels. */
const MEDIAN_SHARE = 0.3;

const spread = createSpread();

/** A blend of levels, trends and returns, times the weekly profile. */
export function forecastRegular(
  scratch: Scratch,
  days: number,
  horizon: number,
  outlook: Outlook,
): void {
  weeklyProfile(scratch, days);
  const noise = levelOf(scratch, days);
  const start = lastShift(scratch, days, noise);
  runArms(scratch, start, days);
  const judged = Math.min(start + Math.max(7, (days - start) >> 2), Math.max(start, days - 30));
  weighArms(scratch, judged, days);
  measureSpread(scratch, spread, judged, days);
  lookAhead(scratch, days - 1, horizon);
  fillDays(scratch, days, horizon, outlook);
  fillTotals(horizon, outlook);
}

function fillDays(scratch: Scratch, days: number, horizon: number, outlook: Outlook): void {
  const { ahead, profile } = scratch;
  for (let day = 0; day < horizon; day++) {
    const lead = day + 1;
    const usual = Math.max(0, at(ahead, day)) * at(profile, (days + day) % 7);
    const middle = MEDIAN_SHARE * errorAt(1, 2);
    outlook.predicted[day] = Math.max(0, usual * (1 + middle));
    outlook.mean[day] = usual * (1 + spread.lift);
    outlook.lower95[day] = Math.max(0, usual * (1 + errorAt(lead, 0)));
    outlook.lower80[day] = Math.max(0, usual * (1 + errorAt(lead, 1)));
    outlook.upper80[day] = Math.max(0, usual * (1 + errorAt(lead, 3)));
    outlook.upper95[day] = Math.max(0, usual * (1 + errorAt(lead, 4)));
  }
}

/** The relative error of share `k` at a lead, between the distances measured by straight line, beyond by its root. */
function errorAt(lead: number, k: number): number {
  const { quantiles } = spread;
  const [near, middle, far] = DISTANCES;
  const count = SHARES.length;
  if (lead <= near) return at(quantiles, k);
  if (lead < middle)
    return mix(at(quantiles, k), at(quantiles, count + k), (lead - near) / (middle - near));
  if (lead < far) {
    return mix(
      at(quantiles, count + k),
      at(quantiles, 2 * count + k),
      (lead - middle) / (far - middle),
    );
  }
  const last = at(quantiles, 2 * count + k);
  const growth = Math.max(0, Math.abs(last) - Math.abs(at(quantiles, k)));
  return last + Math.sign(last) * growth * (Math.sqrt(lead / far) - 1);
}

const mix = (from: number, to: number, share: number): number => from + share * (to - from);

function fillTotals(horizon: number, outlook: Outlook): void {
  const [week = 7, fortnight = 14, month = 28] = BLOCKS;
  const { blocks } = spread;
  let total = 0;
  for (let day = 0; day < horizon; day++) {
    total += at(outlook.mean, day);
    const lead = day + 1;
    const relative =
      lead <= week
        ? at(blocks, 0) * Math.sqrt(1 + 0.6 * (week / lead - 1))
        : lead <= fortnight
          ? mix(at(blocks, 0), at(blocks, 1), (lead - week) / (fortnight - week))
          : lead <= month
            ? mix(at(blocks, 1), at(blocks, 2), (lead - fortnight) / (month - fortnight))
            : at(blocks, 2) * (1 + 0.15 * Math.log2(lead / month));
    outlook.totalDeviation[day] = relative * total;
  }
  outlook.zeroChance.fill(0, 0, horizon);
  outlook.isHeavyTailed = false;
}
