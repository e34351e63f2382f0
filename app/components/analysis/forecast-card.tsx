"use client";

import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { Fact } from "#app/components/changes/fact.tsx";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { csvOf } from "#app/lib/answer-csv.ts";
import { downloadText } from "#app/lib/download.ts";
import { formatDay, formatInstant, formatVolume } from "#app/lib/format.ts";
import type { UsageForecast } from "#domain/analysis/usage-forecast.ts";
import { ForecastAccuracy } from "./forecast-accuracy.tsx";
import { ForecastChart } from "./forecast-chart.tsx";
import { FORECAST_COLUMNS, forecastRows } from "./forecast-points.ts";
import { between, chanceText, runOutWords } from "./forecast-words.ts";
import { Notes } from "./notes.tsx";
import { SubjectTitle } from "./subject-title.tsx";

interface ForecastCardProps {
  readonly forecast: UsageForecast;
  /** What of it can be chosen, beside the title. */
  readonly choices?: ReactNode;
  readonly isOnItsPage?: boolean;
}

/** What will be used, how sure that is, and when the quota runs out. */
export function ForecastCard({ forecast, choices, isOnItsPage = false }: ForecastCardProps) {
  const { subject, summary, days, history, accuracy, notes, method } = forecast;
  return (
    <Card aria-label={`Forecast of ${subject.name}`} className="divide-y divide-line">
      <header className="flex flex-wrap items-end justify-between gap-3 px-4 py-3">
        <SubjectTitle what="Forecast" subject={subject} isOnItsPage={isOnItsPage} />
        {choices}
        {isOnItsPage ? <p className="w-full">{summary}</p> : null}
      </header>
      {history.length + days.length > 1 ? <ForecastChart forecast={forecast} /> : null}
      {days.length > 0 ? <Facts forecast={forecast} /> : null}
      {accuracy || notes.length > 0 ? (
        <div className="flex flex-col gap-2 px-4 py-3">
          {accuracy ? <ForecastAccuracy accuracy={accuracy} /> : null}
          <Notes notes={notes} />
        </div>
      ) : null}
      <footer className="flex items-center gap-2 px-2 py-1">
        <span className="min-w-0 flex-1 px-2 text-sm text-muted">
          {method ? `Method: ${method}.` : "No forecast could be made."} Days are those of UTC.
        </span>
        <Button look="ghost" size="sm" onClick={() => exportCsv(forecast)}>
          <Download aria-hidden />
          CSV
        </Button>
      </footer>
    </Card>
  );
}

function Facts({ forecast }: { readonly forecast: UsageForecast }) {
  const now = useFleetNow();
  const { total, quota, run_out: runOut, horizon_days: horizon, as_of: asOf } = forecast;
  return (
    <dl className="px-4 py-2">
      {total ? (
        <Fact name={`Next ${horizon} days`}>
          <span className="font-medium">{formatVolume(total.mean).text}</span> expected
          <span className="block text-sm text-muted">
            80 % sure: {between(total.lower_80, total.upper_80)} · 95 % sure:{" "}
            {between(total.lower_95, total.upper_95)}
          </span>
        </Fact>
      ) : null}
      {quota ? (
        <Fact name="Quota">
          <span className="font-medium">{formatVolume(quota.remaining).text}</span> of{" "}
          {formatVolume(quota.total).text} left
          {quota.expires_at ? (
            <span className="text-muted">, ends {formatInstant(quota.expires_at, now).text}</span>
          ) : null}
        </Fact>
      ) : null}
      {quota && quota.remaining <= 0 ? (
        <Fact name="Runs out">
          <span className="font-medium">used up already</span>
        </Fact>
      ) : runOut ? (
        <Fact name="Runs out">
          <span className="font-medium">{runOutWords(runOut, now)}</span>
          <span className="block text-sm text-muted">
            Chance within these {horizon} days: {chanceText(runOut.probability)}
            {runOut.probability_30_days !== null && horizon > 30
              ? `, within 30 days: ${chanceText(runOut.probability_30_days)}`
              : ""}
          </span>
        </Fact>
      ) : null}
      {asOf ? <Fact name="Known until">{formatDay(asOf, now).text}</Fact> : null}
    </dl>
  );
}

function exportCsv(forecast: UsageForecast): void {
  const name = forecast.subject.name.toLowerCase().match(/[a-z0-9]+/g) ?? ["sim"];
  const text = csvOf(FORECAST_COLUMNS, forecastRows(forecast));
  downloadText(`forecast-${name.join("-")}.csv`, text, "text/csv");
}
