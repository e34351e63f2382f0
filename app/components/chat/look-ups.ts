import type { ToolCallMessagePart } from "@assistant-ui/react";

/** Their cards name the SIM themselves. */
const OF_ONE_SIM = new Set([
  "forecast_usage",
  "detect_anomalies",
  "recommend_quota",
  "sim_connectivity",
]);

/** The results without a query that only found the SIM which another tool then tells of. */
export function withoutLookUps(tools: readonly ToolCallMessagePart[]): ToolCallMessagePart[] {
  const told = new Set(
    tools
      .filter(({ toolName, isError }) => OF_ONE_SIM.has(toolName) && !isError)
      .map(({ args }) => args.iccid),
  );
  return tools.filter(({ toolName, result }) => {
    const iccid = toolName === "query_fleet" ? onlyIccid(result) : null;
    return iccid === null || !told.has(iccid);
  });
}

function onlyIccid(result: unknown): string | null {
  if (typeof result !== "object" || result === null || !("rows" in result)) return null;
  const { rows } = result;
  if (!Array.isArray(rows) || rows.length !== 1) return null;
  const iccid: unknown = rows[0]?.iccid;
  return typeof iccid === "string" ? iccid : null;
}
