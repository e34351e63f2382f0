import type { CompleteRequest, CompleteResult } from "@modelcontextprotocol/server";
import { type Actor, hasScope } from "#core/actor.ts";
import { callTool } from "#tools/call.ts";
import { listSims } from "#tools/list-sims.ts";
import { queryFleet } from "#tools/query-fleet.ts";

type Completion = CompleteResult["completion"];

const NOTHING: Completion = { values: [], total: 0, hasMore: false };
const SHOWN = 20;

/** Completes an argument of a prompt or a resource's address by its name. */
export async function complete(
  actor: Actor,
  { argument: { name, value } }: CompleteRequest["params"],
): Promise<Completion> {
  if (!hasScope(actor, "sims:read")) return NOTHING;
  if (name === "iccid") return iccidsLike(actor, value);
  if (name === "customer") return customersLike(actor, value);
  return NOTHING;
}

async function iccidsLike(actor: Actor, typed: string): Promise<Completion> {
  const search = typed.trim();
  const { sims, has_more } = await callTool(actor, listSims, {
    limit: SHOWN,
    ...(search && { search }),
  });
  return { values: sims.map(({ iccid }) => iccid), hasMore: has_more };
}

async function customersLike(actor: Actor, typed: string): Promise<Completion> {
  const { rows } = await callTool(actor, queryFleet, {
    query: { from: "sims", groupBy: [{ member: "sims.customer" }] },
  });
  const start = typed.trim().toLowerCase();
  const found = rows
    .map(({ customer }) => customer)
    .filter((customer) => typeof customer === "string")
    .filter((customer) => customer.toLowerCase().startsWith(start))
    .sort();
  return { values: found.slice(0, SHOWN), total: found.length, hasMore: found.length > SHOWN };
}
