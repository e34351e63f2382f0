import { UsageForecast } from "#domain/analysis/usage-forecast.ts";
import { ForecastCard } from "../analysis/forecast-card.tsx";
import { showResults } from "./show.tsx";

showResults({
  name: "Simon forecast",
  read: (structured) => UsageForecast.safeParse(structured).data ?? null,
  show: (forecast) => <ForecastCard forecast={forecast} />,
});
