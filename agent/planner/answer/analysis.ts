import { AnomalyList } from "#domain/analysis/anomaly-list.ts";
import { PooledQuota, QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import { SimAnomalies } from "#domain/analysis/sim-anomalies.ts";
import { UsageForecast } from "#domain/analysis/usage-forecast.ts";
import type { Plan } from "../plan.types.ts";
import { proposalSentence } from "./proposal.ts";
import { standingSentence } from "./standing.ts";

type About = Extract<Plan, { kind: "analysis" }>["about"];

/** What an analysis came to, in words; null where the result is of another tool. */
export function analysisSentence(tool: string, result: unknown, about?: About): string | null {
  switch (tool) {
    case "get_change":
      return proposalSentence(result, about === "cost");
    case "forecast_usage":
      return forecastSentence(UsageForecast.safeParse(result).data, about);
    case "detect_anomalies":
      return SimAnomalies.safeParse(result).data?.summary ?? null;
    case "recommend_quota":
      return QuotaAdvice.safeParse(result).data?.summary ?? null;
    case "pool_quotas":
      return PooledQuota.safeParse(result).data?.summary ?? null;
    case "list_anomalies":
      return listSentence(AnomalyList.safeParse(result).data);
    default:
      return standingSentence(tool, result);
  }
}

function forecastSentence(made: UsageForecast | undefined, about: About): string | null {
  if (!made) return null;
  if (about === "accuracy") return accuracySentence(made);
  if (about === "run_out" && made.total && !made.run_out) {
    const why = made.notes.at(-1);
    return made.quota && why ? why : `No data quota of ${made.subject.name} is on record.`;
  }
  return [made.summary, ...made.notes].join(" ");
}

function accuracySentence({ accuracy, subject }: UsageForecast): string {
  if (!accuracy) {
    return subject.kind === "sim"
      ? `There is too little history of ${subject.name} to try its forecast on days that are past.`
      : "How good it has been is known of single SIMs only. Ask for the forecast of one.";
  }
  const { origins, horizon_days, wape_percent, mase, coverage_80, total_error_percent } = accuracy;
  const tried = `Made on ${origins} past ${origins === 1 ? "day" : "days"} and compared with the ${horizon_days} days after each`;
  const off = [
    total_error_percent !== null &&
      `the total was off by ${percent(total_error_percent)} in the mean`,
    wape_percent !== null && `single days by ${percent(wape_percent)} of the volume (WAPE)`,
  ].filter(Boolean);
  const against = mase === null ? "" : ` ${againstLastWeek(mase)}`;
  const within = `${percent(100 * coverage_80)} of the days fell inside the 80 % range.`;
  return `${tried}: ${off.length > 0 ? `${off.join(", ")}.` : "nothing was used."}${against} ${within}`;
}

/** A MASE below 1 is better than repeating last week. */
function againstLastWeek(mase: number): string {
  const share = Math.round(100 * Math.abs(1 - mase));
  if (share === 0) return "That is as good as repeating last week (MASE 1).";
  return `That is ${share} % ${mase < 1 ? "better" : "worse"} than repeating last week (MASE ${mase.toFixed(2)}).`;
}

function listSentence(made: AnomalyList | undefined): string | null {
  if (!made) return null;
  const { anomalies, has_more } = made;
  if (anomalies.length === 0) {
    return "No open anomaly is on record. The job “Analyse the fleet” under Settings, Jobs looks for new ones.";
  }
  const [newest] = anomalies;
  const count = has_more ? `More than ${anomalies.length}` : String(anomalies.length);
  const noun = anomalies.length === 1 ? "anomaly is" : "anomalies are";
  const whose = newest?.label ?? newest?.iccid ?? newest?.cohort;
  return `**${count}** ${noun} open. The newest${whose ? `, ${whose}` : ""}: ${newest?.reason ?? ""}`;
}

const percent = (value: number) => `${Math.round(value)} %`;
