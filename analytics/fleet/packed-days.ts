import type { PackedDays } from "./types.ts";

const COMMA = 44;
const MINUS = 45;
const ZERO = 48;
const NINE = 57;

/** Puts packed days where they belong in `values`, which holds zeros. NaN for what is no number. */
export function unpackDays({ days, values: packed }: PackedDays, values: Float64Array): void {
  const place = new NumberReader(days);
  const value = new NumberReader(packed);
  while (place.next()) {
    value.next();
    if (place.value >= 0 && place.value < values.length) values[place.value] = value.value;
  }
}

/** Reads `{12,7,-3}` number by number, without a string for each. */
class NumberReader {
  value = Number.NaN;
  readonly #text: string;
  #at = 1;

  constructor(text: string) {
    this.#text = text;
  }

  next(): boolean {
    if (this.#at >= this.#text.length - 1) {
      this.value = Number.NaN;
      return false;
    }
    let number = 0;
    let sign = 1;
    for (; this.#at < this.#text.length - 1; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === COMMA) break;
      if (code >= ZERO && code <= NINE) number = 10 * number + code - ZERO;
      else if (code === MINUS) sign = -1;
      else number = Number.NaN;
    }
    this.#at++;
    this.value = sign * number;
    return true;
  }
}
