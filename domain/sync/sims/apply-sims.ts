import type { ListedSim } from "#connectors/provider-reads.ts";
import type { Actor } from "#core/actor.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import type { Transaction } from "#db/database.ts";
import { type AuditEntry, recordAudits } from "#domain/audit/record-audit.ts";
import { type Comparison, compareSim, statusOf } from "./compare-sim.ts";
import { type KnownSim, knownSims } from "./known-sims.ts";
import { insertSims, keepDifferences, mirrorSims, writeSims } from "./write-sims.ts";

interface Listed {
  readonly pass: number;
  /** No later than the provider was asked. */
  readonly askedAt: Date;
  /** By the provider's clock. */
  readonly toldAt: Date;
}

export interface Taken {
  readonly added: number;
  readonly changed: number;
}

interface Compared {
  readonly sim: ListedSim;
  readonly known: KnownSim;
  readonly comparison: Comparison;
}

/** Takes over what a provider said of SIMs. It records audits, so little may follow in the transaction. */
export async function applySims(
  sql: Transaction,
  actor: Actor,
  listed: readonly ListedSim[],
  { pass, askedAt, toldAt }: Listed,
): Promise<Taken> {
  const sims = [...new Map(listed.map((sim) => [sim.iccid, inOurForm(sim)])).values()];
  const knownOf = await knownSims(
    sql,
    sims.map(({ iccid }) => iccid),
    askedAt,
  );
  const all = sims.map((sim): Compared => {
    const known = knownOf(sim.iccid);
    return { sim, known, comparison: compareSim(sim, known) };
  });
  // of a SIM that is being changed we only note that it is there
  const settled = all.filter(({ known }) => !known.isBusy || known.before === undefined);
  const compared = all.filter(({ known }) => !known.isBusy);
  const fresh = compared.filter(({ comparison }) => comparison.isNew);
  const moved = compared.filter(({ comparison }) => Object.keys(comparison.take).length > 0);
  await insertSims(
    sql,
    fresh.map(({ sim }) => ({ ...sim, status: statusOf(sim.is_enabled) })),
    fleetNow(),
  );
  await writeSims(
    sql,
    moved.map(({ sim, comparison }) => ({ iccid: sim.iccid, ...comparison.take })),
    { now: fleetNow(), toldAt },
  );
  await mirrorSims(sql, {
    all: sims.map(({ iccid }) => iccid),
    settled: settled.map(({ sim }) => sim),
    pass,
    askedAt,
  });
  await keepDifferences(
    sql,
    compared.map(({ sim, comparison: { differences } }) => ({ iccid: sim.iccid, differences })),
    wallNow(),
  );
  await recordAudits(sql, actor, moved.flatMap(auditOf));
  return { added: fresh.length, changed: moved.length };
}

/** Numbers have their plus here, as an import writes them. */
function inOurForm(sim: ListedSim): ListedSim {
  const isNumber = sim.msisdn !== null && /^[1-9]\d{6,14}$/.test(sim.msisdn);
  return isNumber ? { ...sim, msisdn: `+${sim.msisdn}` } : sim;
}

/** What a device is called and whether it is on; what identifies it moves without a word. */
function auditOf({ sim, known: { ours }, comparison: { take } }: Compared): AuditEntry[] {
  if (!("label" in take || "status" in take)) return [];
  const before = {
    ...("label" in take && { label: ours?.label ?? null }),
    ...("status" in take && { status: ours?.status ?? null }),
  };
  const after = {
    ...("label" in take && { label: take.label }),
    ...("status" in take && { status: take.status }),
  };
  return [
    {
      action: "sim.sync",
      resourceType: "sim",
      resourceId: sim.iccid,
      changes: { before, after },
    },
  ];
}
