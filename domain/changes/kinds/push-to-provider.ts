import { z } from "zod";
import type { Transaction } from "#db/database.ts";
import { SimStatus } from "#domain/sims/sim.ts";
import { defineKind, type Present } from "../kind.ts";
import { NOT_THERE } from "../sim-values.ts";

const NAMES = { label: "device name", status: "status" } as const;

/** What is recorded here, where the provider has something else: it goes out, and nothing changes here. */
export const pushToProvider = defineKind({
  tool: "push_to_provider",
  input: z.object({ field: z.enum(["label", "status"]) }),
  noun: "SIM",
  resourceType: "sim",
  undo: "reverse",
  title: ({ field }, rows) => `Send the ${NAMES[field]} of ${rows} to the provider`,
  present,
  effect: (row, { field }) => {
    if (!row) return { skip: NOT_THERE };
    const theirs = row.values[field];
    const ours = field === "label" ? row.values.our_label : onOrOff(row.values.our_status);
    if (theirs === ours) return { skip: "already so at the provider" };
    return { before: { [field]: theirs }, after: { [field]: ours } };
  },
  needs: ({ field }) => field,
  operation: ({ target, after }, { field }) => ({
    kind: "set",
    iccid: target,
    values:
      field === "label"
        ? { label: z.string().nullable().parse(after.label) }
        : { status: SimStatus.parse(after.status) },
  }),
  apply: async (sql, { target, after }, { input: { field } }) => {
    const value = after[field];
    if (field === "label") {
      await sql`update store.provider_sims set label = ${z.string().nullable().parse(value)} where iccid = ${target}`;
    } else {
      await sql`update store.provider_sims set is_enabled = ${value === "active"} where iccid = ${target}`;
    }
    await sql`delete from store.sync_differences where iccid = ${target} and field = ${field}`;
  },
  auditAction: () => "sim.push",
});

/** What a provider knows of our statuses at least. */
function onOrOff(status: unknown): "active" | "inactive" {
  return status === "active" ? "active" : "inactive";
}

/** As the provider had it when it was asked last, beside what is recorded here. */
async function present(
  sql: Transaction,
  iccids: readonly string[],
  { lock }: { readonly lock: boolean },
): Promise<Map<string, Present>> {
  const rows = await sql<
    {
      iccid: string;
      our_label: string | null;
      our_status: string;
      label: string | null;
      is_enabled: boolean;
    }[]
  >`
    select s.iccid, s.label as our_label, s.status as our_status, p.label, p.is_enabled
    from store.sims s
    join store.provider_sims p on p.organization_id = s.organization_id and p.iccid = s.iccid
    where s.iccid = any(${iccids as string[]}) and p.gone_at is null
    ${lock ? sql`order by s.iccid for update of s` : sql``}`;
  return new Map(
    rows.map(({ iccid, is_enabled, ...row }) => [
      iccid,
      { label: row.our_label, values: { ...row, status: is_enabled ? "active" : "inactive" } },
    ]),
  );
}
