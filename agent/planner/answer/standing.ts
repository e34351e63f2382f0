import { z } from "zod";
import { formatBytes } from "#core/bytes.ts";
import { counted, momentOf, rounded } from "./figures.ts";

/** How things stand, in words; null where the result is of another tool. The details are shown with it. */
export function standingSentence(tool: string, result: unknown): string | null {
  switch (tool) {
    case "fleet_overview":
      return told(Overview, result, overviewSentence);
    case "sync_status":
      return told(Sync, result, syncSentence);
    case "list_drift":
      return told(Drift, result, driftSentence);
    case "list_changes":
      return told(Changes, result, changesSentence);
    case "get_sim":
      return told(Sim, result, simSentence);
    case "run_sql":
      return told(Rows, result, rowsSentence);
    default:
      return null;
  }
}

function told<T>(shape: z.ZodType<T>, result: unknown, sentence: (value: T) => string) {
  const { data } = shape.safeParse(result);
  return data === undefined ? null : sentence(data);
}

const Overview = z.object({
  sims: z.number(),
  seen_24h: z.number(),
  open_alerts: z.array(z.object({ severity: z.string(), alerts: z.number() })),
  open_tickets: z.number(),
  data_quota_over_90_percent: z.number(),
  running_out_in_7_days: z.number(),
});

function overviewSentence(fleet: z.output<typeof Overview>): string {
  const alerts = fleet.open_alerts.reduce((sum, row) => sum + row.alerts, 0);
  const critical = fleet.open_alerts.find(({ severity }) => severity === "critical")?.alerts ?? 0;
  return [
    `**${rounded(fleet.seen_24h)}** of ${counted(fleet.sims, "SIM")} were seen in the last 24 hours.`,
    `Open: ${counted(alerts, "alert")}${critical > 0 ? `, ${rounded(critical)} of them critical` : ""}, and ${counted(fleet.open_tickets, "ticket")}.`,
    `${counted(fleet.data_quota_over_90_percent, "SIM")} used over 90 % of the data quota, and ${rounded(fleet.running_out_in_7_days)} may run out within 7 days.`,
  ].join(" ");
}

const Sync = z.object({
  provider: z.string().nullable(),
  kinds: z.array(
    z.object({ kind: z.string(), as_of: z.string().nullable(), is_stale: z.boolean() }),
  ),
  differences: z.number(),
});

const KINDS: Readonly<Record<string, string>> = {
  list: "list of SIMs",
  quota: "quotas",
  usage: "usage",
  events: "network events",
  prices: "prices",
};

function syncSentence({ provider, kinds, differences }: z.output<typeof Sync>): string {
  const newest = kinds
    .flatMap(({ as_of }) => as_of ?? [])
    .sort()
    .at(-1);
  const age = newest
    ? `The newest data is from **${momentOf(newest)}**.`
    : "No data has come in yet.";
  if (provider === null) return `The fleet is connected to no provider. ${age}`;
  const stale = kinds.filter(({ is_stale }) => is_stale).map(({ kind }) => KINDS[kind] ?? kind);
  const late =
    stale.length > 0
      ? `Older than it should be: ${stale.join(", ")}.`
      : "Nothing is older than it should be.";
  const differs = differences > 0 ? ` ${counted(differences, "difference")} from ${provider}.` : "";
  return `${age} ${late}${differs}`;
}

const Drift = z.object({
  differences: z.array(z.object({ iccid: z.string(), label: z.string().nullable() })),
  has_more: z.boolean(),
});

function driftSentence({ differences, has_more }: z.output<typeof Drift>): string {
  const [newest] = differences;
  if (!newest) return "**None**: what is recorded here is what the provider says.";
  return `**${countedAtLeast(differences.length, "difference", has_more)}** from the provider; the newest is of ${newest.label ?? newest.iccid}.`;
}

const Changes = z.object({
  changes: z.array(z.object({ preview: z.object({ title: z.string() }), proposed_by: z.string() })),
  has_more: z.boolean(),
});

function changesSentence({ changes, has_more }: z.output<typeof Changes>): string {
  const [newest] = changes;
  if (!newest) return "**None**: there is no such change.";
  return `**${countedAtLeast(changes.length, "change", has_more)}**; the newest is “${newest.preview.title}”, asked for by ${newest.proposed_by}.`;
}

const Sim = z.object({
  iccid: z.string(),
  label: z.string().nullable(),
  status: z.string(),
  customer: z.string().nullable(),
  rate_plan: z.string().nullable(),
  operator: z.string().nullable(),
  last_seen_at: z.string().nullable(),
  usage_30d_bytes: z.number(),
  quotas: z.array(z.object({ type: z.string(), total: z.number(), used: z.number() })).default([]),
  open_alerts: z.array(z.unknown()),
  open_ticket_count: z.number().default(0),
});

function simSentence(sim: z.output<typeof Sim>): string {
  const place = [sim.customer && `of ${sim.customer}`, sim.rate_plan && `on ${sim.rate_plan}`];
  const seen = sim.last_seen_at
    ? `last seen ${momentOf(sim.last_seen_at)}${sim.operator ? ` on ${sim.operator}` : ""}`
    : "never seen";
  const data = sim.quotas.find(({ type, total }) => type === "data" && total > 0);
  const quota = data && ` Its data quota is ${rounded((100 * data.used) / data.total)} % used.`;
  return [
    [`**${sim.label ?? sim.iccid}** is ${sim.status}`, ...place.filter(Boolean), seen].join(", "),
    `. It used ${formatBytes(sim.usage_30d_bytes)} in the last 30 days and has ${counted(sim.open_alerts.length, "open alert")} and ${counted(sim.open_ticket_count, "open ticket")}.${quota ?? ""}`,
  ].join("");
}

const Rows = z.object({ row_count: z.number(), has_more: z.boolean(), sql: z.string() });

function rowsSentence({ row_count, has_more }: z.output<typeof Rows>): string {
  return `**${counted(row_count, "row")}**${has_more ? ", and there are more" : ""}.`;
}

function countedAtLeast(count: number, noun: string, hasMore: boolean): string {
  return hasMore ? `More than ${count} ${noun}s` : counted(count, noun);
}
