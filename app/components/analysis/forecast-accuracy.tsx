import { ChevronRight } from "lucide-react";
import { formatNumber, formatPercent } from "#app/lib/format.ts";
import type { UsageForecast } from "#domain/analysis/usage-forecast.ts";
import { accuracyWords } from "./forecast-words.ts";

type Accuracy = NonNullable<UsageForecast["accuracy"]>;

/** How good forecasts of this have been: in words, with the figures behind. */
export function ForecastAccuracy({ accuracy }: { readonly accuracy: Accuracy }) {
  return (
    <details className="group/accuracy text-sm">
      <summary className="inline-flex items-center gap-1 rounded-sm text-muted hover:text-fg">
        <ChevronRight
          aria-hidden
          className="size-3.5 transition-transform group-open/accuracy:rotate-90"
        />
        How good such forecasts have been
      </summary>
      <p className="mt-1 max-w-prose">{accuracyWords(accuracy).join(" ")}</p>
      <dl className="mt-2 grid max-w-prose grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
        {figuresOf(accuracy).map(([name, value, meaning]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>
              <span className="font-medium">{value}</span>{" "}
              <span className="text-muted">{meaning}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

type Figure = readonly [name: string, value: string, meaning: string];

function figuresOf(accuracy: Accuracy): Figure[] {
  const { horizon_days: days, mase, wape_percent: wape, mape_percent: mape } = accuracy;
  const share = (value: number) => formatPercent(100 * value).text;
  const all: (Figure | null)[] = [
    mase === null
      ? null
      : ["MASE", formatNumber(mase).text, "error against that of repeating the week before"],
    wape === null ? null : ["WAPE", formatPercent(wape).text, "sum of errors against sum of use"],
    mape === null ? null : ["MAPE", formatPercent(mape).text, "mean error of a day"],
    ["Coverage, 80 %", share(accuracy.coverage_80), "of the days inside the 80 % band"],
    ["Coverage, 95 %", share(accuracy.coverage_95), "of the days inside the 95 % band"],
    ["Horizon", `${days} days`, "of each trial"],
  ];
  return all.filter((figure) => figure !== null);
}
