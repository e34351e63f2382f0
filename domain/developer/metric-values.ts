import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { metrics } from "#core/metrics.ts";
import { renderMetrics } from "#domain/metrics/render-metrics.ts";
import { requireInstallation } from "./require-developer.ts";

const Labels = z.record(z.string(), z.union([z.string(), z.number()]));

export const MetricSeries = z.object({
  labels: Labels,
  /** Of a counter or a gauge. */
  value: z.number().nullable(),
  /** Of a histogram: how many, their mean, and about how long the slowest twentieth took at least. */
  count: z.number().nullable(),
  mean: z.number().nullable(),
  p95_at_most: z.number().nullable(),
});
export type MetricSeries = z.infer<typeof MetricSeries>;

export const Metric = z.object({
  name: z.string(),
  type: z.string(),
  help: z.string(),
  series: z.array(MetricSeries),
});
export type Metric = z.infer<typeof Metric>;

/** What this process counts, by the beginning of the name. @throws Forbidden */
export async function metricValues(actor: Actor, nameStart = ""): Promise<Metric[]> {
  await requireInstallation(actor);
  await renderMetrics(); // sets the gauges of the database
  return readMetrics(nameStart);
}

export async function readMetrics(nameStart: string): Promise<Metric[]> {
  const all = await metrics().registry.getMetricsAsJSON();
  return all
    .filter(({ name }) => name.startsWith(nameStart))
    .map(({ name, type, help, values }) => ({
      name,
      type: String(type),
      help,
      series: String(type) === "histogram" ? histograms(values) : plain(values),
    }));
}

interface Value {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number | undefined>>;
  readonly metricName?: string;
}

function plain(values: readonly Value[]): MetricSeries[] {
  return values.map(({ value, labels }) => ({
    labels: named(labels),
    value,
    ...{ count: null, mean: null, p95_at_most: null },
  }));
}

function histograms(values: readonly Value[]): MetricSeries[] {
  const groups = Object.groupBy(values, ({ labels: { le: _, ...labels } }) =>
    JSON.stringify(labels),
  );
  return Object.values(groups).flatMap((group = []) => {
    const of = (suffix: string) => group.find(({ metricName }) => metricName?.endsWith(suffix));
    const count = of("_count")?.value ?? 0;
    if (count === 0) return [];
    const { le: _, ...labels } = group[0]?.labels ?? {};
    const reached = group.find(
      ({ metricName, value }) => metricName?.endsWith("_bucket") && value >= 0.95 * count,
    );
    const bound = Number(reached?.labels.le);
    return {
      labels: named(labels),
      value: null,
      count,
      mean: (of("_sum")?.value ?? 0) / count,
      p95_at_most: Number.isFinite(bound) ? bound : null,
    };
  });
}

function named(labels: Value["labels"]): z.infer<typeof Labels> {
  return Labels.parse(
    Object.fromEntries(Object.entries(labels).filter(([, value]) => value !== undefined)),
  );
}
