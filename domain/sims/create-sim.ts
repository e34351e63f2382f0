import type { Actor } from "#core/actor.ts";
import { Conflict, Invalid } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { SIM_COLUMNS, type Sim, type SimRow, toSim } from "./sim.ts";

export interface CreateSimInput {
  readonly iccid: string;
  readonly imsi?: string | undefined;
  readonly msisdn?: string | undefined;
  readonly imei?: string | undefined;
  readonly label?: string | undefined;
  readonly status: Sim["status"];
  readonly rate_plan?: string | undefined;
  readonly customer?: string | undefined;
  readonly tags: readonly string[];
}

/**
 * Adds one SIM to the actor's organisation.
 *
 * @throws Conflict when the organisation has this ICCID already; Invalid for an unknown rate plan.
 */
export function createSim(actor: Actor, input: CreateSimInput, now: Date): Promise<Sim> {
  return asActor(actor, async (sql) => {
    if (input.rate_plan !== undefined) {
      const [plan] = await sql`select 1 from fleet.rate_plans where name = ${input.rate_plan}`;
      if (!plan) throw new Invalid(`rate_plan: there is no rate plan called "${input.rate_plan}".`);
    }
    const created = await sql<SimRow[]>`
      insert into store.sims ${sql({
        iccid: input.iccid,
        imsi: input.imsi ?? null,
        msisdn: input.msisdn ?? null,
        imei: input.imei ?? null,
        label: input.label ?? null,
        status: input.status,
        rate_plan: input.rate_plan ?? null,
        customer: input.customer ?? null,
        tags: [...input.tags],
        activated_at: input.status === "active" ? now : null,
        created_at: now,
      })}
      on conflict do nothing returning ${sql(SIM_COLUMNS)}`;
    const [row] = created;
    if (!row) throw new Conflict(`This organisation already has a SIM with ICCID ${input.iccid}.`);
    const sim = toSim(row);
    await recordAudit(sql, actor, {
      action: "sim.create",
      resourceType: "sim",
      resourceId: sim.iccid,
      changes: { after: sim },
    });
    return sim;
  });
}
