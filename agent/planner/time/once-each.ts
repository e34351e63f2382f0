import type { TimeContext } from "./span.ts";

type At<T> = (words: readonly string[], at: number, time: TimeContext) => T;

/** The same, worked out once for each place of a text: ranges, tails and bounds all ask for the same ones. */
export function onceEach<T>(find: At<T>): At<T> {
  const known = new WeakMap<readonly string[], { time: TimeContext; found: Map<number, T> }>();
  return (words, at, time) => {
    let of = known.get(words);
    if (of?.time !== time) {
      of = { time, found: new Map() };
      known.set(words, of);
    }
    const before = of.found.get(at);
    if (before !== undefined) return before;
    const made = find(words, at, time);
    of.found.set(at, made);
    return made;
  };
}
