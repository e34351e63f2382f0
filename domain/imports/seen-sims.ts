const SUFFIX_DIGITS = 12;

/** The ICCIDs of a file with their lines; issuers share prefixes, so only the ends cost memory. */
export class SeenSims {
  readonly #linesOf = new Map<string, Map<number, number>>();

  /** The line of the same ICCID seen before, else `null`, and from now on `line` is it. */
  add(iccid: string, line: number): number | null {
    const prefix = iccid.slice(0, -SUFFIX_DIGITS);
    const suffix = Number(iccid.slice(-SUFFIX_DIGITS));
    const lines = this.#linesOf.get(prefix) ?? new Map<number, number>();
    this.#linesOf.set(prefix, lines);
    const earlier = lines.get(suffix);
    if (earlier === undefined) lines.set(suffix, line);
    return earlier ?? null;
  }
}
