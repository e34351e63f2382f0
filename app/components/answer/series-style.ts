export const SERIES_COLORS = [1, 2, 3, 4, 5, 6].map((index) => `var(--series-${index})`);

/** Lines are told apart without colour too. */
export const SERIES_DASHES = ["", "6 3", "2 3", "8 3 2 3", "4 4", "1 4"];
