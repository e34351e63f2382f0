import { between, chance, noise, normal, wholeBetween } from "#db/fleet/random.ts";
import { gamma, pareto, poisson } from "../distributions.ts";
import { type Family, type Kind, size } from "./families.ts";

/** Closed on one day of the week, short on another. */
const shop: Family = (random) => {
  const mean = size(random);
  const closed = wholeBetween(random, 0, 6);
  const shape = between(random, 12, 80);
  return (day) => {
    const weekday = (day - closed + 7000) % 7;
    return weekday === 0 ? 0 : mean * (weekday === 6 ? 0.55 : 1) * gamma(random, shape);
  };
};

/** The sun decides: clear days alike, clouds take any part away, the season moves all. */
const solar: Family = (random) => {
  const mean = size(random);
  const phase = between(random, 0, 365);
  const clouds = between(random, 0.2, 0.6);
  return (day) =>
    mean *
    (1 + 0.35 * Math.cos((2 * Math.PI * (day + phase)) / 365)) *
    (1 - clouds * random() ** 2);
};

/** Collects all week and uploads on one day of it. */
const weeklyUpload: Family = (random) => {
  const mean = size(random);
  const day0 = wholeBetween(random, 0, 6);
  const upload = between(random, 3, 9);
  const sigma = between(random, 0.05, 0.2);
  return (day) => mean * (day % 7 === day0 ? upload : 1) * noise(random, sigma);
};

/** Yesterday is most of today. */
const persistent: Family = (random) => {
  const mean = size(random);
  const memory = between(random, 0.6, 0.85);
  const kick = between(random, 0.05, 0.15);
  let state = 0;
  return () => {
    state = memory * state + kick * normal(random);
    return mean * Math.exp(state);
  };
};

/** The same messages every day, a few sent twice. */
const telemetry: Family = (random) => {
  const bytes = size(random);
  const retries = between(random, 0.5, 4);
  return () => bytes * (1 + 0.02 * poisson(random, retries)) * (1 + 0.004 * normal(random));
};

/** Every few weeks somewhat more, as a fleet of sensors behind one router grows. */
const growingSite: Family = (random) => {
  const mean = size(random);
  const every = wholeBetween(random, 18, 40);
  const more = between(random, 0.05, 0.14);
  const sigma = between(random, 0.06, 0.15);
  return (day) => mean * (1 + more) ** Math.floor(day / every) * noise(random, sigma);
};

/** Alarms: none for days, then some. */
const alarms: Family = (random) => {
  const bytes = size(random);
  const rate = between(random, 0.15, 0.9);
  return () => {
    let volume = 0;
    for (let alarm = poisson(random, rate); alarm > 0; alarm--) volume += bytes * gamma(random, 3);
    return volume;
  };
};

/** On tour for some days of most weeks. */
const tours: Family = (random) => {
  const mean = size(random);
  const sigma = between(random, 0.2, 0.5);
  let start = 0;
  let length = 0;
  return (day) => {
    if (day % 7 === 0) {
      start = wholeBetween(random, 0, 3);
      length = chance(random, 0.85) ? wholeBetween(random, 2, 4) : 0;
    }
    const isAway = day % 7 >= start && day % 7 < start + length;
    return isAway ? mean * noise(random, sigma) : 0;
  };
};

/** A camera: motion makes heavy-tailed days, more of them at weekends. */
const camera: Family = (random) => {
  const mean = size(random);
  const motion = between(random, 0.08, 0.25);
  const alpha = between(random, 1.8, 3.5);
  return (day) => {
    const moves = chance(random, motion * (day % 7 > 4 ? 1.8 : 1));
    return mean * (moves ? 2 * pareto(random, alpha) : 1) * noise(random, 0.3);
  };
};

/** Families that nothing was chosen on. */
export const HELD_OUT_FAMILIES: Readonly<Record<string, Kind>> = {
  shop: { family: shop, class: "regular" },
  solar: { family: solar, class: "regular" },
  "weekly upload": { family: weeklyUpload, class: "regular" },
  persistent: { family: persistent, class: "regular" },
  telemetry: { family: telemetry, class: "regular" },
  "growing site": { family: growingSite, class: "regular" },
  alarms: { family: alarms, class: "intermittent" },
  tours: { family: tours, class: "intermittent" },
  camera: { family: camera, class: "bursty" },
};
