import type { ProviderSim } from "../../provider.ts";
import type { Sim } from "../reads/sims.ts";

export type Values = Partial<ProviderSim>;

interface SimUpdate {
  readonly iccid: string;
  readonly status: Sim["status"];
  readonly label: string;
  readonly imei_lock: boolean;
}

/** 1NCE knows two states. Which of ours is meant by `Disabled` is kept here only. */
function statusOf(status: ProviderSim["status"]): Sim["status"] {
  return status === "active" ? "Enabled" : "Disabled";
}

/** The SIM as it is, but for what is to change. */
export function updated(sim: Sim, { status, label, imei_lock }: Values): SimUpdate {
  return {
    iccid: sim.iccid,
    status: status === undefined ? sim.status : statusOf(status),
    label: (label === undefined ? sim.label : label) ?? "",
    imei_lock: imei_lock ?? sim.imei_lock ?? false,
  };
}

export function isSetTo(sim: Sim, values: Values): boolean {
  const wanted = updated(sim, values);
  const present = updated(sim, {});
  return (
    wanted.status === present.status &&
    wanted.label === present.label &&
    wanted.imei_lock === present.imei_lock
  );
}
