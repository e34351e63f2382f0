import { anomaliesOf } from "./anomalies.ts";
import { isoDay } from "./calendar.ts";
import { churnRiskOf } from "./churn.ts";
import type { Fleet } from "./fleet.ts";
import { FORECAST_MODEL, forecastsOf } from "./forecasts.ts";
import type { History } from "./history.ts";
import { dataOutlook, type Outlook, smsOutlook } from "./outlook.ts";
import { recommendationOf } from "./recommendations.ts";
import { computedAtMs } from "./statistics.ts";
import { instant } from "./table-writer.ts";
import type { Tables } from "./tables.ts";

const SAMPLE = "sample";

/** What is worked out from the records, as of the history's now; what an analysis works out is left to it. */
export function addDerived(
  tables: Tables,
  fleet: Fleet,
  history: History,
  { isAnalysed }: { readonly isAnalysed: boolean },
): void {
  addChurnRisk(tables, fleet, history);
  if (!isAnalysed) addAnalysis(tables, fleet, history);
}

function addAnalysis(tables: Tables, fleet: Fleet, history: History): void {
  const { sim, nowMs } = history;
  const computed = instant(computedAtMs(nowMs));
  for (const { day, predicted, lower80, upper80, lower95, upper95 } of forecastsOf(
    fleet,
    history,
  )) {
    tables.forecasts.add(
      sim.iccid,
      isoDay(day),
      predicted,
      lower80,
      upper80,
      lower95,
      upper95,
      FORECAST_MODEL,
      computed,
      SAMPLE,
    );
  }
  const data = dataOutlook(fleet, history);
  if (sim.status !== "deactivated") {
    addOutlook(tables, sim.iccid, "data", data, computed);
    if (history.smsQuota.total > 0)
      addOutlook(tables, sim.iccid, "sms", smsOutlook(fleet, history), computed);
  }
  const advice = recommendationOf(fleet, history, data);
  if (advice) {
    tables.quota_recommendations.add(
      sim.iccid,
      advice.type,
      advice.confidence,
      advice.riskBefore,
      advice.riskAfter,
      advice.currentTotal,
      advice.recommendedTotal,
      advice.monthlySaving,
      advice.currency,
      advice.reason,
      computed,
      SAMPLE,
    );
  }
}

function addChurnRisk(tables: Tables, fleet: Fleet, history: History): void {
  const risk = churnRiskOf(fleet, history);
  tables.churn_risk.add(
    history.sim.iccid,
    risk.probability,
    risk.level,
    JSON.stringify(risk.factors),
    risk.predictedDay === null ? null : isoDay(risk.predictedDay),
    instant(computedAtMs(history.nowMs)),
    SAMPLE,
  );
}

export function addAnomalies(
  tables: Tables,
  fleet: Fleet,
  history: History,
  { afterMs }: { readonly afterMs: number },
): void {
  for (const anomaly of anomaliesOf(fleet, history)) {
    if (anomaly.detectedAtMs <= afterMs) continue;
    tables.anomalies.add(
      history.sim.iccid,
      isoDay(anomaly.day),
      anomaly.kind,
      anomaly.cohort,
      anomaly.status,
      anomaly.assignedTo,
      anomaly.score,
      anomaly.severity,
      anomaly.observed,
      anomaly.expected,
      anomaly.reason,
      instant(anomaly.detectedAtMs),
      SAMPLE,
    );
  }
}

function addOutlook(
  tables: Tables,
  iccid: string,
  type: string,
  outlook: Outlook,
  computed: string,
): void {
  const { exhaustionDay, daysUntil, probability } = outlook;
  const day = exhaustionDay === null ? null : isoDay(exhaustionDay);
  tables.quota_outlook.add(iccid, type, day, daysUntil, probability, computed, SAMPLE);
}
