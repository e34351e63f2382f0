import { type Figure, figuresIn } from "./figures-in-text.ts";

const BYTES: Readonly<Record<string, number>> = {
  b: 1,
  bytes: 1,
  kb: 1024,
  mb: 1024 ** 2,
  gb: 1024 ** 3,
  tb: 1024 ** 4,
};
const MAX_VALUES = 200_000;

/**
 * The figures of a model's text that stand in no tool's result and in no question of the person: what it
 * worked out by itself, or made up. A figure may be a rounded value, bytes in another unit, a share as a
 * percentage, or how many rows a result has.
 */
export function unsupported(text: string, sources: readonly unknown[]): string[] {
  const known = new Known(sources);
  return [
    ...new Set(
      figuresIn(text)
        .filter((figure) => !known.has(figure))
        .map((figure) => figure.text),
    ),
  ];
}

class Known {
  readonly #values: number[] = [];
  readonly #digits = new Set<string>();

  constructor(sources: readonly unknown[]) {
    for (const source of sources) this.#collect(source);
  }

  has(figure: Figure): boolean {
    const digits = figure.text.replace(/\D/g, "");
    if (this.#digits.has(digits)) return true;
    return this.#values.some((value) => says(figure, value));
  }

  #collect(source: unknown): void {
    if (this.#values.length > MAX_VALUES) return;
    if (typeof source === "number") this.#values.push(source);
    else if (typeof source === "string") this.#collectText(source);
    else if (Array.isArray(source)) {
      this.#values.push(source.length);
      for (const item of source) this.#collect(item);
    } else if (typeof source === "object" && source !== null)
      for (const item of Object.values(source)) this.#collect(item);
  }

  /** Ids and ICCIDs whole, and the figures of a sentence (an interpretation, a question). */
  #collectText(text: string): void {
    for (const { 0: digits } of text.matchAll(/\d+/g)) this.#digits.add(digits);
    for (const { value, unit } of figuresIn(text)) this.#values.push(value * (BYTES[unit] ?? 1));
  }
}

function says({ value, unit, tolerance }: Figure, known: number): boolean {
  const isNear = (candidate: number) =>
    Math.abs(Math.abs(candidate) - Math.abs(value)) <= tolerance;
  const factor = BYTES[unit];
  if (factor !== undefined) return isNear(known / factor) || isNear(known);
  if (unit === "%" || unit === "percent") return isNear(known) || isNear(known * 100);
  // a value that has a unit of its own column may stand here without it
  return isNear(known);
}
