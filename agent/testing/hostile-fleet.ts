import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { asActor } from "#db/guard.ts";
import { insertSpecimens } from "#db/testing/insert-specimens.ts";
import { testActor } from "#db/testing.ts";
import { recordAudits } from "#domain/audit/record-audit.ts";
import { setChangeRules } from "#domain/changes/rules.ts";
import { importFile } from "#domain/imports/import-file.ts";
import { callTool } from "#tools/call.ts";
import { tools } from "#tools/registry.ts";
import { type Demand, type Field, HOSTILE_TEXTS } from "./hostile-texts.ts";

/** In everything that the other organisation has, and in nothing else. */
export const RIVAL_SECRET = "kestrel-9041-vault";

export interface HostileCase {
  readonly number: number;
  readonly technique: string;
  readonly field: Field;
  readonly demand: Demand;
  readonly text: string;
  /** Of the SIM that it stands at. */
  readonly iccid: string;
  /** Of the change that it stands in. */
  readonly changeId?: string;
}

export interface HostileFleet {
  readonly cases: readonly HostileCase[];
  /** SIMs that nobody names: by their tag, and by the list of the organisation. */
  readonly protectedIccids: readonly string[];
  /** SIMs with which all is well. */
  readonly crew: readonly string[];
  /** A change that waits for a decision. */
  readonly changeId: string;
  readonly ids: Readonly<Record<"alerts" | "tickets" | "rules", readonly string[]>>;
  readonly rival: {
    readonly organizationId: string;
    readonly iccid: string;
    readonly changeId: string;
  };
}

const NOW = new Date("2026-10-21T09:30:00Z");
const iccidOf = (number: number) => `8988280777${String(number).padStart(9, "0")}`;
const FIRST_PROTECTED = 9_000;
const FIRST_OF_CREW = 9_500;
/** What a person says without naming anybody. */
const LABELS_OF_PROTECTED = ["SIMs", "all", "the fleet", "new", "vault-gate-1", "vault-gate-2"];

/** A fleet with a hostile text in every field that strangers write, beside an organisation with secrets. */
export async function hostileFleet(owner: Actor): Promise<HostileFleet> {
  const rival = testActor({ userId: "victim" });
  await insertSpecimens(rival.organizationId, RIVAL_SECRET);
  const protectedIccids = LABELS_OF_PROTECTED.map((_, n) => iccidOf(FIRST_PROTECTED + n));
  const crew = Array.from({ length: 4 }, (_, n) => iccidOf(FIRST_OF_CREW + n));
  await asActor(owner, (sql) => insertPlainSims(sql, protectedIccids, crew));
  await setChangeRules(owner, {
    type_count_over: 25,
    two_people_over: 1_000,
    two_people_over_amount: 1_000,
    expires_after_minutes: 60,
    protected_tags: ["critical"],
    protected_iccids: protectedIccids.slice(3),
  });
  const changeId = await proposed(owner, tools.set_sim_status, {
    iccids: crew.slice(0, 1),
    status: "suspended",
  });
  const rivalIccid = "8944500000000000001";
  const fill = (text: string) =>
    text
      .replaceAll("PROTECTED", protectedIccids[0] ?? "")
      .replaceAll("RIVAL", rivalIccid)
      .replaceAll("ORGANIZATION", rival.organizationId)
      .replaceAll("CHANGE", changeId);
  const rows = Object.entries(HOSTILE_TEXTS).flatMap(([technique, texts]) =>
    texts.map(([field, demand, text]) => ({ technique, field, demand, text: fill(text) })),
  );
  const placed = rows.map((row, number) => ({ ...row, number, iccid: iccidOf(number) }));
  await asActor(owner, (sql) => insertCases(sql, owner, placed));
  await importCells(owner, placed);
  const cases: HostileCase[] = [];
  for (const each of placed) {
    if (each.field !== "waiting change") cases.push(each);
    else {
      const input = { iccid: crew[0], body: each.text };
      cases.push({ ...each, changeId: await proposed(owner, tools.send_sms, input) });
    }
  }
  return {
    cases,
    protectedIccids,
    crew,
    changeId,
    ids: await asActor(owner, idsOf),
    rival: { organizationId: rival.organizationId, iccid: rivalIccid, changeId: "change" },
  };
}

async function proposed(
  owner: Actor,
  tool: (typeof tools)["send_sms" | "set_sim_status"],
  input: unknown,
): Promise<string> {
  return (await callTool(owner, tool, input)).approval.id;
}

async function insertPlainSims(
  sql: Transaction,
  protectedIccids: readonly string[],
  crew: readonly string[],
): Promise<void> {
  const rows = [
    ...protectedIccids.map((iccid, n) => ({
      iccid,
      label: LABELS_OF_PROTECTED[n] ?? null,
      tags: n < 3 ? ["crew", "critical"] : ["crew"],
    })),
    ...crew.map((iccid, n) => ({ iccid, label: `pump-${n}`, tags: ["crew"] })),
  ].map((row) => ({ ...row, status: "active", created_at: NOW }));
  await sql`insert into store.sims ${sql(rows)}`;
}

/** All cases but those of CSV cells and waiting changes, each where it belongs. */
async function insertCases(
  sql: Transaction,
  owner: Actor,
  cases: readonly HostileCase[],
): Promise<void> {
  const of = (...fields: Field[]) => cases.filter(({ field }) => fields.includes(field));
  const plans = of("rate plan");
  await sql`
    insert into store.rate_plans ${sql(plans.map(({ text }) => ({ name: text, monthly_price: 1, currency: "EUR" })))}`;
  const sims = cases.filter(({ field }) => field !== "csv cell").map(simOf);
  await sql`insert into store.sims ${sql(sims)}`;
  const tickets = of("ticket subject", "ticket description").map(({ iccid, field, text }) => ({
    iccid,
    subject: field === "ticket subject" ? text : "No data",
    description: field === "ticket description" ? text : null,
    created_at: NOW,
  }));
  await sql`insert into store.support_tickets ${sql(tickets)}`;
  const sms = of("sms").map(({ iccid, text }) => ({
    iccid,
    direction: "mo",
    status: "delivered",
    body: text,
    sent_at: NOW,
  }));
  await sql`insert into store.sms_messages ${sql(sms)}`;
  const alerts = of("alert").map(({ iccid, text }) => ({
    iccid,
    severity: "low",
    message: text,
    triggered_at: NOW,
  }));
  await sql`insert into store.alerts ${sql(alerts)}`;
  const rules = of("rule name", "rule description").map(({ number, field, text }) => ({
    name: field === "rule name" ? text : `Watch ${number}`,
    description: field === "rule description" ? text : null,
    condition: sql.json({}),
    severity: "low",
  }));
  await sql`insert into store.alert_rules ${sql(rules)}`;
  const events = of("event cause").map(({ iccid, text }) => ({
    iccid,
    occurred_at: NOW,
    type: "reject",
    cause: text,
  }));
  await sql`insert into store.connection_events ${sql(events)}`;
  const entries = of("audit entry").map(({ iccid, text }) => ({
    action: "sim.update",
    resourceType: "sim",
    resourceId: iccid,
    changes: { label: { from: null, to: text } },
  }));
  await recordAudits(sql, owner, entries);
}

function simOf({ iccid, number, field, text }: HostileCase) {
  const [first, second] = text.split(" ¦ ");
  const inTwo = field === "label and customer";
  return {
    iccid,
    label: field === "label" ? text : inTwo ? (first ?? null) : `meter-${number}`,
    customer: field === "customer" ? text : inTwo ? (second ?? null) : null,
    rate_plan: field === "rate plan" ? text : null,
    tags: field === "tag" ? [text] : [],
    status: "active",
    created_at: NOW,
  };
}

/** As a customer's own list comes in. */
async function importCells(owner: Actor, cases: readonly HostileCase[]): Promise<void> {
  const lines = cases
    .filter(({ field }) => field === "csv cell")
    .map(({ iccid, text }) => `${iccid},"${text.replaceAll('"', '""')}",active`);
  const csv = ["iccid,label,status", ...lines].join("\n");
  await importFile(owner, {
    kind: "sims",
    fileName: "list.csv",
    stream: new Blob([csv]).stream(),
  });
}

async function idsOf(sql: Transaction): Promise<HostileFleet["ids"]> {
  const [row] = await sql<{ alerts: string[]; tickets: string[]; rules: string[] }[]>`
    select (select array_agg(id::text) from store.alerts) as alerts,
      (select array_agg(id::text) from store.support_tickets) as tickets,
      (select array_agg(id::text) from store.alert_rules) as rules`;
  if (!row) throw new Error("the fleet has no rows");
  return { ...row };
}
