import type { Sem } from "../parse/items.ts";
import type { MetricName } from "./metrics.ts";

const NAMES = [
  "range",
  "interval",
  "band",
  "bounds",
  "limits",
  "confidence interval",
  "prediction interval",
  "corridor",
  "margin",
];

/** "with the 80 % range": both bounds of the forecast. */
export const FORECAST_RANGES = ([80, 95] as const).map((part): readonly [string, Sem] => {
  const say = NAMES.flatMap((name) =>
    [`${part} %`, `${part} percent`, `${part} pct`, `${part}`].map((size) => `${size} ${name}`),
  );
  const bounds: MetricName[] = part === 80 ? ["lower_80", "upper_80"] : ["lower_95", "upper_95"];
  const parts: Sem[] = bounds.map((metric) => ({ cat: "metric", metric }));
  return [say.join(" | "), { cat: "bundle", parts }];
});
