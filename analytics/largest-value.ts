/** A petabyte a day: no SIM does that, and sums of it still are exact. */
export const LARGEST_VALUE = 2 ** 50;
