import { type Family, type Kind, logNormal, size } from "./families.ts";

/** Closed on one day of the week, short on another. */
const shop: Family = (chance) => {
  const mean = size(chance);
  const closed = chance.whole(0, 6);
  const shape = chance.uniform(12, 80);
  return (day) => {
    const weekday = (day - closed + 7000) % 7;
    return weekday === 0 ? 0 : mean * (weekday === 6 ? 0.55 : 1) * chance.gamma(shape);
  };
};

/** The sun decides: clear days alike, clouds take any part away, the season moves all. */
const solar: Family = (chance) => {
  const mean = size(chance);
  const phase = chance.uniform(0, 365);
  const clouds = chance.uniform(0.2, 0.6);
  return (day) =>
    mean *
    (1 + 0.35 * Math.cos((2 * Math.PI * (day + phase)) / 365)) *
    (1 - clouds * chance.uniform() ** 2);
};

/** Collects all week and uploads on one day of it. */
const weeklyUpload: Family = (chance) => {
  const mean = size(chance);
  const day0 = chance.whole(0, 6);
  const upload = chance.uniform(3, 9);
  const sigma = chance.uniform(0.05, 0.2);
  return (day) => mean * (day % 7 === day0 ? upload : 1) * logNormal(chance, sigma);
};

/** Yesterday is most of today. */
const persistent: Family = (chance) => {
  const mean = size(chance);
  const memory = chance.uniform(0.6, 0.85);
  const kick = chance.uniform(0.05, 0.15);
  let state = 0;
  return () => {
    state = memory * state + kick * chance.normal();
    return mean * Math.exp(state);
  };
};

/** The same messages every day, a few sent twice. */
const telemetry: Family = (chance) => {
  const bytes = size(chance);
  const retries = chance.uniform(0.5, 4);
  return () => bytes * (1 + 0.02 * chance.poisson(retries)) * (1 + 0.004 * chance.normal());
};

/** Every few weeks somewhat more, as a fleet of sensors behind one router grows. */
const growingSite: Family = (chance) => {
  const mean = size(chance);
  const every = chance.whole(18, 40);
  const more = chance.uniform(0.05, 0.14);
  const sigma = chance.uniform(0.06, 0.15);
  return (day) => mean * (1 + more) ** Math.floor(day / every) * logNormal(chance, sigma);
};

/** Alarms: none for days, then some. */
const alarms: Family = (chance) => {
  const bytes = size(chance);
  const rate = chance.uniform(0.15, 0.9);
  return () => {
    let volume = 0;
    for (let alarm = chance.poisson(rate); alarm > 0; alarm--) volume += bytes * chance.gamma(3);
    return volume;
  };
};

/** On tour for some days of most weeks. */
const tours: Family = (chance) => {
  const mean = size(chance);
  const sigma = chance.uniform(0.2, 0.5);
  let start = 0;
  let length = 0;
  return (day) => {
    if (day % 7 === 0) {
      start = chance.whole(0, 3);
      length = chance.isTrue(0.85) ? chance.whole(2, 4) : 0;
    }
    const isAway = day % 7 >= start && day % 7 < start + length;
    return isAway ? mean * logNormal(chance, sigma) : 0;
  };
};

/** A camera: motion makes heavy-tailed days, more of them at weekends. */
const camera: Family = (chance) => {
  const mean = size(chance);
  const motion = chance.uniform(0.08, 0.25);
  const alpha = chance.uniform(1.8, 3.5);
  return (day) => {
    const moves = chance.isTrue(motion * (day % 7 > 4 ? 1.8 : 1));
    return mean * (moves ? 2 * chance.pareto(alpha) : 1) * logNormal(chance, 0.3);
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
