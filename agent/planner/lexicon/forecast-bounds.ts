const ENDS = ["end", "bound", "edge", "limit", "side"];
const BANDS = ["band", "range", "interval", "corridor", "bounds"];
const WHOSE = ["the", "its", "their"];

/** "the upper end of their 95 % band": a bound of the forecast; without a number it is the wider one. */
export function boundOf(side: "upper" | "lower", part: 80 | 95): string {
  const sizes = [`${part} %`, `${part} percent`, `${part}`];
  const bands = [
    ...sizes.flatMap((size) => BANDS.map((band) => `${size} ${band}`)),
    ...(part === 95
      ? [
          "forecast",
          "prediction",
          ...BANDS.flatMap((band) => [`forecast ${band}`, `prediction ${band}`, band]),
        ]
      : []),
  ];
  const ofBands = ENDS.flatMap((end) =>
    WHOSE.flatMap((whose) => bands.map((band) => `${side} ${end} of ${whose} ${band}`)),
  );
  const plain = ENDS.flatMap((end) => sizes.map((size) => `${side} ${size} ${end}`));
  return [...ofBands, ...plain].join(" | ");
}
