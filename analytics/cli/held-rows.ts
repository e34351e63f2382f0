/** The days and values of one id, in the order in which they came. */
export class HeldRows {
  readonly days: number[] = [];
  readonly values: number[] = [];
  #left = 0;

  /** A row without a valid day, which is NaN, is left out. */
  add(day: number, value: number): void {
    if (Number.isNaN(day)) {
      this.#left++;
      return;
    }
    this.days.push(day);
    this.values.push(value);
  }

  *points(): Generator<{ day: number; value: number }> {
    for (let i = 0; i < this.days.length; i++) {
      yield { day: this.days[i] ?? 0, value: this.values[i] ?? Number.NaN };
    }
  }

  /** What was wrong with the rows, a sentence each. */
  notes(): string[] {
    if (this.#left === 0) return [];
    const were =
      this.#left === 1 ? "row had no valid day and was" : "rows had no valid day and were";
    return [`${this.#left} ${were} left out.`];
  }
}
