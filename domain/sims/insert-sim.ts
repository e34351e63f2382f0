import { Conflict } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import type { Sim } from "./sim.ts";

export interface NewSim {
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

/** @throws Conflict when the organisation has this ICCID already. */
export async function insertSim(sql: Transaction, input: NewSim, now: Date): Promise<void> {
  const created = await sql`
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
    on conflict do nothing returning 1`;
  if (created.length === 0) {
    throw new Conflict(`This organisation already has a SIM with ICCID ${input.iccid}.`);
  }
}
