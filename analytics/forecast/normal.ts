/** Abramowitz and Stegun 26.2.17; right to 7 digits. */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const density = 0.3989422804014327 * Math.exp((-z * z) / 2);
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - density * series : density * series;
}

/** The inverse, by bisection on what `normalCdf` gives, so that the two agree. */
export function normalQuantile(share: number): number {
  let low = -6;
  let high = 6;
  for (let round = 0; round < 40; round++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
