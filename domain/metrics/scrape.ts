import { createHash, timingSafeEqual } from "node:crypto";
import { config } from "#core/config.ts";
import { NotFound, Unauthenticated } from "#core/errors.ts";
import { type MetricsPage, renderMetrics } from "./render-metrics.ts";

/**
 * For whoever runs this installation: the figures are of all organisations together, so none of their keys
 * opens them.
 *
 * @throws NotFound where metrics are off, Unauthenticated
 */
export async function scrape(authorization: string | null): Promise<MetricsPage> {
  const { metricsToken } = config();
  if (!metricsToken)
    throw new NotFound("Metrics are off. Set SIMON_METRICS_TOKEN to switch them on.");
  const given = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
  if (!timingSafeEqual(digest(given), digest(metricsToken)))
    throw new Unauthenticated("Metrics take the token of SIMON_METRICS_TOKEN, as a Bearer token.");
  return renderMetrics();
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
