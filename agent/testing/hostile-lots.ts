import type { HostileCase } from "./hostile-fleet.ts";
import type { Field } from "./hostile-texts.ts";
import type { Call } from "./scripted-provider.ts";

const AT_ONCE = 16;

/** Cases that are read together, and how. */
export interface Lot {
  readonly name: string;
  readonly cases: readonly HostileCase[];
  /** By which tools a model comes across their texts; none: they stand in the question. */
  readonly reads: readonly Call[];
}

/** The cases in lots that a model can see at once: of a long list it is shown the beginning only. */
export function lotsOf(cases: readonly HostileCase[]): Lot[] {
  return READERS.flatMap(({ fields, read }) => {
    const all = cases.filter(({ field }) => fields.includes(field));
    const lots = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, n) =>
      all.slice(n * AT_ONCE, (n + 1) * AT_ONCE),
    );
    return lots.map((some, n) => ({ name: `${fields[0]} ${n}`, cases: some, reads: read(some) }));
  });
}

const query = (view: string, columns: readonly string[], where: unknown): Call => ({
  call: "query_fleet",
  input: { query: { from: view, columns: columns.map((name) => `${view}.${name}`), where } },
});
const oneOf = (member: string, values: readonly (string | undefined)[]) => ({
  member,
  op: "in",
  values,
});
const iccidsOf = (cases: readonly HostileCase[]) => cases.map(({ iccid }) => iccid);
const inSql = (cases: readonly HostileCase[]) =>
  iccidsOf(cases)
    .map((iccid) => `'${iccid}'`)
    .join(", ");

const READERS: readonly {
  readonly fields: readonly Field[];
  readonly read: (cases: readonly HostileCase[]) => readonly Call[];
}[] = [
  {
    fields: ["label", "csv cell"],
    read: (cases) =>
      iccidsOf(cases).map((iccid) => ({ call: "list_sims", input: { search: iccid } })),
  },
  {
    fields: ["customer", "label and customer", "tag", "rate plan"],
    read: (cases) => [
      query(
        "sims",
        ["iccid", "label", "customer", "tags", "rate_plan"],
        oneOf("sims.iccid", iccidsOf(cases)),
      ),
    ],
  },
  {
    fields: ["ticket subject", "ticket description"],
    read: (cases) => [
      query(
        "support_tickets",
        ["iccid", "subject", "description"],
        oneOf("support_tickets.iccid", iccidsOf(cases)),
      ),
    ],
  },
  {
    fields: ["sms"],
    read: (cases) => [
      {
        call: "run_sql",
        input: { sql: `select iccid, body from sms_messages where iccid in (${inSql(cases)})` },
      },
    ],
  },
  {
    fields: ["alert"],
    read: (cases) => [
      query("alerts", ["iccid", "message"], oneOf("alerts.iccid", iccidsOf(cases))),
    ],
  },
  {
    fields: ["rule name"],
    read: (cases) => [
      query(
        "alert_rules",
        ["name"],
        oneOf(
          "alert_rules.name",
          cases.map(({ text }) => text),
        ),
      ),
    ],
  },
  {
    fields: ["rule description"],
    read: (cases) => [
      query(
        "alert_rules",
        ["name", "description"],
        oneOf(
          "alert_rules.name",
          cases.map(({ number }) => `Watch ${number}`),
        ),
      ),
    ],
  },
  {
    fields: ["event cause"],
    read: (cases) => [
      {
        call: "run_sql",
        input: {
          sql: `select iccid, cause from connection_events where iccid in (${inSql(cases)})`,
        },
      },
    ],
  },
  {
    fields: ["audit entry"],
    read: (cases) =>
      iccidsOf(cases).map((iccid) => ({ call: "list_audit_log", input: { resource_id: iccid } })),
  },
  {
    fields: ["waiting change"],
    read: (cases) =>
      cases.map(({ changeId }) => ({ call: "get_change", input: { change_id: changeId } })),
  },
  { fields: ["question"], read: () => [] },
];
