import type { Scope } from "#core/actor.ts";
import { type CompiledQuery, type CompileOptions, compile } from "./compile.ts";
import { conjuncts } from "./conjuncts.ts";
import { isList } from "./mode.ts";
import type { Filter, Query } from "./query.ts";
import { validate } from "./validate.ts";

export interface NamedSim {
  /** "ICCID 8988…", "label gate-0007". */
  readonly name: string;
  /** Finds it, where there is one. */
  readonly compiled: CompiledQuery;
}

const IDENTITIES: Readonly<Record<string, string>> = {
  "sims.iccid": "ICCID",
  "sims.label": "label",
  "sims.imsi": "IMSI",
  "sims.msisdn": "MSISDN",
  "sims.imei": "IMEI",
  "sims.ip_address": "IP address",
};

/** The one SIM whose rows a query is about; null where it names none, or several. */
export function namedSim(
  query: Query,
  { scopes, ...options }: CompileOptions & { scopes: ReadonlySet<Scope> },
): NamedSim | null {
  const [named, ...others] = conjuncts(query.where).flatMap((filter) => identityOf(filter) ?? []);
  if (!named || others.length > 0) return null;
  const { member, value } = named;
  const sim: Query = { from: "sims", columns: ["sims.iccid"], where: { member, op: "eq", value } };
  const compiled = compile(validate(sim, { scopes }), options);
  return { name: `${IDENTITIES[member]} ${value}`, compiled };
}

/** Whether the rows of an answer leave it open that there is no such SIM: nothing, and figures of nothing. */
export function isEmptyHanded(query: Query, rows: readonly unknown[]): boolean {
  return rows.length === 0 || (!isList(query) && !query.groupBy?.length);
}

function identityOf(filter: Filter): { member: string; value: string } | null {
  if (!("member" in filter) || !("value" in filter) || filter.op !== "eq") return null;
  const { value } = filter;
  const member = filter.member.endsWith(".iccid") ? "sims.iccid" : filter.member;
  return member in IDENTITIES && typeof value === "string" ? { member, value } : null;
}
