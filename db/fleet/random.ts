/** Uniform in [0, 1). */
export type Random = () => number;

/**
 * A stream of its own for each key: murmur-style mixing into sfc32 (Chris Doty-Humphrey's small fast
 * counter generator). The same keys give the same stream on every machine.
 */
export function randomOf(...keys: readonly number[]): Random {
  let seed = 0x9e3779b9;
  for (const key of keys) seed = mix(seed ^ key);
  let a = mix(seed ^ 1);
  let b = mix(seed ^ 2);
  let c = mix(seed ^ 3);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 8; round++) next();
  return next;
}

/** 32 bits of a text (FNV-1a, mixed). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** A whole number, both ends included. */
export function wholeBetween(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

export function pick<T>(random: Random, list: readonly [T, ...T[]]): T;
export function pick<T>(random: Random, list: readonly T[]): T;
export function pick<T>(random: Random, list: readonly T[]): T {
  return at(list, Math.floor(random() * list.length));
}

/** `list[index]` of a list that is known to reach that far. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return value;
}

/** The entry that `point` (in [0, 1)) falls on when each takes room by its weight. */
export function weightedAt<T>(entries: readonly (readonly [T, number])[], point: number): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = point * total;
  for (const [value, weight] of entries) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return at(entries, entries.length - 1)[0];
}

export function weighted<T>(random: Random, entries: readonly (readonly [T, number])[]): T {
  return weightedAt(entries, random());
}

/** Standard normal (Box–Muller). */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** Log-normal with mean 1. */
export function noise(random: Random, sigma: number): number {
  return Math.exp(sigma * normal(random) - (sigma * sigma) / 2);
}

export function logBetween(random: Random, low: number, high: number): number {
  return Math.exp(between(random, Math.log(low), Math.log(high)));
}
