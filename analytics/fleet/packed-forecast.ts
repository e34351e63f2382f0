import type { Outlook } from "../forecast/outlook.ts";

/** Middle and bounds of the first days, one column after the other, as Postgres reads an array of bigint. */
export function packedForecast(outlook: Outlook, days: number): string {
  const { predicted, lower80, upper80, lower95, upper95 } = outlook;
  let text = "{";
  for (const column of [predicted, lower80, upper80, lower95, upper95]) {
    for (let day = 0; day < days; day++) {
      if (text.length > 1) text += ",";
      text += Math.round(column[day] ?? 0);
    }
  }
  return `${text}}`;
}
