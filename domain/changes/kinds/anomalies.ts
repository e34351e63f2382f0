import { z } from "zod";
import { fleetNow } from "#core/clock.ts";
import { toDay } from "#core/day.ts";
import { Conflict, Invalid, NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import type { AnomalyStatus } from "#domain/analysis/anomaly.ts";
import { foundIn } from "#domain/analysis/anomaly-ref.ts";
import { findAnomaly } from "#domain/analysis/find-anomaly.ts";
import { keepAnomaly } from "#domain/analysis/keep-anomaly.ts";
import type { Values } from "../change.ts";
import { defineKind, type Present } from "../kind.ts";

const REVIEWS = ["confirm", "dismiss", "snooze", "reopen", "assign"] as const;
type Review = (typeof REVIEWS)[number];

const STATUS_AFTER: Readonly<Record<Exclude<Review, "assign">, AnomalyStatus>> = {
  confirm: "confirmed",
  dismiss: "dismissed",
  snooze: "snoozed",
  reopen: "open",
};

const Input = z.object({
  review: z.enum(REVIEWS).meta({
    description:
      "confirm: it is one. dismiss: it is none, and what is like it stays quiet. snooze: not now. reopen. assign: to somebody",
  }),
  assigned_to: z.string().trim().min(1).max(200).nullable().optional().meta({
    description: "Of assign: who; null for nobody",
  }),
  until: z.iso.date().optional().meta({ description: "Of snooze: the day it is open again" }),
});

export const reviewAnomalies = defineKind({
  tool: "review_anomalies",
  input: Input,
  noun: "anomaly",
  resourceType: "anomaly",
  undo: "reverse",
  title: titleOf,
  present: presentAnomalies,
  effect: (row, input) => {
    const after = valuesAfter(input);
    if (!row) return { skip: "no such anomaly" };
    const before = Object.fromEntries(
      Object.keys(after).map((field) => [field, row.values[field] ?? null]),
    );
    const isSo = Object.entries(after).every(([field, value]) => before[field] === value);
    return isSo ? { skip: `already ${wordsFor(after)}` } : { before, after };
  },
  apply: async (sql, { target, after }, { now }) => {
    const id = foundIn(target) ? await keptId(sql, target, now) : target;
    await sql`update store.anomalies set ${sql(after as Record<string, string | null>)} where id = ${id}::bigint`;
  },
  auditAction: ({ after }) => {
    if ("assigned_to" in after) return "anomaly.assign";
    const [review] = Object.entries(STATUS_AFTER).find(([, to]) => to === after.status) ?? [];
    return `anomaly.${review ?? "review"}`;
  },
});

/** @throws Invalid */
function valuesAfter({ review, assigned_to, until }: z.output<typeof Input>): Values {
  if (review === "assign") {
    if (assigned_to === undefined) throw new Invalid("assigned_to: say to whom.");
    return { assigned_to };
  }
  if (assigned_to !== undefined) throw new Invalid(`assigned_to: goes with assign, not ${review}.`);
  if (review !== "snooze" && until !== undefined) {
    throw new Invalid(`until: goes with snooze, not ${review}.`);
  }
  if (until !== undefined && until <= toDay(fleetNow())) {
    throw new Invalid("until: say a day that is to come.");
  }
  return { status: STATUS_AFTER[review], snoozed_until: until ?? null };
}

const wordsFor = ({ status, assigned_to }: Values) =>
  status === undefined ? `assigned to ${assigned_to ?? "nobody"}` : String(status);

function titleOf({ review, assigned_to, until }: z.output<typeof Input>, rows: string): string {
  switch (review) {
    case "confirm":
      return `Confirm ${rows}`;
    case "dismiss":
      return `Dismiss ${rows}`;
    case "snooze":
      return until ? `Snooze ${rows} until ${until}` : `Snooze ${rows}`;
    case "reopen":
      return `Reopen ${rows}`;
    case "assign":
      return `Assign ${rows} to ${assigned_to ?? "nobody"}`;
  }
}

interface Row {
  readonly ref: string;
  readonly reason: string;
  readonly status: string;
  readonly assigned_to: string | null;
  readonly snoozed_until: string | null;
}

async function presentAnomalies(
  sql: Transaction,
  refs: readonly string[],
  { lock }: { lock: boolean },
): Promise<Map<string, Present>> {
  const rows = await sql<Row[]>`
    select id::text as ref, reason, status, assigned_to, snoozed_until from store.anomalies
    where id = any(${refs.filter((ref) => !foundIn(ref))}::bigint[])
    ${lock ? sql`order by id for update` : sql``}`;
  const present = new Map(rows.map((row) => [row.ref, presentOf(row)]));
  for (const ref of refs.filter(foundIn)) {
    const row = await presentFound(sql, ref);
    if (row) present.set(ref, row);
  }
  return present;
}

const presentOf = ({ ref: _, reason, ...values }: Row): Present => ({ label: reason, values });

/** What was found just now is open, unless it has been kept since. */
async function presentFound(sql: Transaction, ref: string): Promise<Present | null> {
  const [kept] = await keptRows(sql, ref);
  if (kept) return presentOf(kept);
  const made = await findAnomaly(sql, ref).catch(absent);
  if (!made) return null;
  const values = { status: "open", assigned_to: null, snoozed_until: null };
  return { label: made.found.reason, values };
}

function absent(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}

function keptRows(sql: Transaction, ref: string) {
  const { iccid = "", kind = "", day = "1970-01-01" } = foundIn(ref) ?? {};
  return sql<Row[]>`
    select id::text as ref, reason, status, assigned_to, snoozed_until from store.anomalies
    where iccid = ${iccid} and kind = ${kind} and day = ${day}::date order by id limit 1`;
}

async function keptId(sql: Transaction, ref: string, now: Date): Promise<string> {
  const [kept] = await keptRows(sql, ref);
  const id = kept?.ref ?? (await keepAnomaly(sql, ref, now));
  if (id === null) throw new Conflict("The anomaly is not found in the SIM's days any more.");
  return id;
}
