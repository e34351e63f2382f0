import { expect } from "vitest";
import type { Emulator } from "#connectors/once/emulator/emulator.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { fleetOf } from "../testing.ts";

interface Kept {
  readonly iccid: string;
  readonly field: string;
  readonly kind: string;
  readonly ours: string;
  readonly theirs: string;
}

export async function differencesOf(actor: Actor): Promise<Kept[]> {
  const rows = await asActor(
    actor,
    (sql) => sql<Kept[]>`
      select iccid, field, kind, ours, theirs from store.sync_differences order by iccid, field`,
  );
  return rows.map((row) => ({ ...row }));
}

/** That the fleet has each SIM of the provider as it is there, and no other. */
export async function expectMirror(actor: Actor, emulator: Emulator): Promise<void> {
  const theirs = Object.fromEntries(
    emulator.sims().map(({ iccid, label, status, imsi, msisdn, ip_address }) => [
      iccid,
      {
        label,
        status: status === "Enabled" ? "active" : "inactive",
        imsi,
        msisdn: `+${msisdn}`,
        ip_address,
      },
    ]),
  );
  const ours = await fleetOf(actor);
  expect(Object.keys(ours)).toHaveLength(Object.keys(theirs).length);
  expect(ours).toMatchObject(theirs);
}
