/** A stem of device names (`soil sensor` of `soil-sensor-0042`) and a tag that SIMs of that stem carry. */
export interface LabelStem {
  readonly stem: string;
  readonly tag: string;
  /** SIMs of the stem with the tag, and all SIMs of the stem. */
  readonly sims: number;
  readonly of_sims: number;
  /** All SIMs with the tag. */
  readonly carriers: number;
}

const NEARLY_ALL = 0.9;

/**
 * What the devices are called, with the tag that means them: nearly all SIMs of the stem carry it, and
 * nearly all that carry it are of that stem.
 */
export function devicesOf(stems: readonly LabelStem[]): { name: string; tag: string }[] {
  const best = new Map<string, LabelStem>();
  for (const row of stems) {
    const covers = row.sims >= NEARLY_ALL * row.of_sims && row.sims >= NEARLY_ALL * row.carriers;
    const name = row.stem.trim();
    if (!covers || name.length < 3) continue;
    const known = best.get(name);
    if (!known || row.sims > known.sims) best.set(name, row);
  }
  return [...best].map(([name, { tag }]) => ({ name, tag }));
}
