import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { forecastGroup } from "#domain/analysis/forecast-group.ts";
import { FORECAST_METHODS, forecastSim } from "#domain/analysis/forecast-sim.ts";
import { Grouping } from "#domain/analysis/subject.ts";
import { UsageForecast } from "#domain/analysis/usage-forecast.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { defineTool } from "./define.ts";

export const forecastUsage = defineTool({
  name: "forecast_usage",
  title: "Forecast of usage",
  description:
    "The data that one SIM, or a group (the fleet, a customer, country or tag), will use on each of the next 7 to 90 days: expected bytes, 80 and 95 % ranges, the total and its range, and for a SIM the date its quota runs out with the chance of that, and how good such forecasts of it were. To rank or count many SIMs, use query_fleet.",
  input: z.object({
    iccid: Iccid.optional().meta({ description: "One SIM; or else say a group" }),
    group: Grouping.optional().meta({ description: "The group of SIMs that is meant together" }),
    name: z.string().trim().min(1).max(200).optional().meta({
      description: "Of the group: the customer's name, the country's two letters, the tag",
    }),
    days: z.int().min(7).max(90).default(30),
    method: z.enum(FORECAST_METHODS).default("auto").meta({
      description: "auto unless somebody asks to compare; prophet and mstl are for one SIM only",
    }),
  }),
  output: UsageForecast,
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/ai/sims/{iccid}/usage-forecast" },
  aliases: [{ method: "GET", path: "/api/v1/ai/usage-forecast" }],
  run: ({ actor, input: { iccid, group, name, days, method }, signal, onProgress }) => {
    if ((iccid === undefined) === (group === undefined)) {
      throw new Invalid("Say what to forecast in exactly one way: iccid, or group.");
    }
    if (iccid !== undefined) return forecastSim(actor, iccid, { horizonDays: days, method });
    if (method !== "auto") {
      throw new Invalid(`method: ${method} forecasts one SIM at a time. Say its iccid.`);
    }
    const by = group ?? "fleet";
    if (by !== "fleet" && name === undefined) throw new Invalid(`name: say which ${by} is meant.`);
    return forecastGroup(actor, { by, name }, days, {
      signal,
      onProgress: (done, total) =>
        onProgress?.({ done, total, message: `${done} of ${total} SIMs are forecast` }),
    });
  },
});
