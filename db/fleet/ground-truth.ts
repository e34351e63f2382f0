import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { config } from "#core/config.ts";
import { isoDay } from "./calendar.ts";
import type { Fleet } from "./fleet.ts";
import type { History } from "./history.ts";
import { otherImei, slugOf } from "./identifiers.ts";
import { networkOn } from "./network.ts";

export interface PlantedIncident {
  readonly iccid: string;
  readonly kind: string;
  readonly customer: string;
  readonly startsAt: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** What the traffic is multiplied by in these days. */
  readonly factor: number;
  readonly country: string;
  readonly newImei: string | null;
}

/** The planted incident as the file tells it; null for a SIM that has none. */
export function plantedOn(fleet: Fleet, { sim }: History): PlantedIncident | null {
  const { incident } = sim;
  if (!incident) return null;
  return {
    iccid: sim.iccid,
    kind: incident.kind,
    customer: sim.customer.name,
    startsAt: new Date(incident.startsAtMs).toISOString(),
    firstDay: isoDay(incident.firstDay),
    lastDay: isoDay(Math.floor(incident.lastDay)),
    factor: Math.round(incident.factor * 100) / 100,
    country: networkOn(fleet, sim, incident.firstDay).country,
    newImei: incident.changesImei ? otherImei(fleet, sim.index) : null,
  };
}

/** Beside the database, where no detector looks. */
export function groundTruthFile(organizationName: string): string {
  return join(config().dataDir, `ground-truth-${slugOf(organizationName)}.json`);
}

export async function writeGroundTruth(
  fleet: Fleet,
  organization: { id: string; name: string },
  incidents: readonly PlantedIncident[],
): Promise<void> {
  const path = groundTruthFile(organization.name);
  const content = {
    organization,
    now: new Date(fleet.baseMs).toISOString(),
    days: fleet.days,
    incidents,
  };
  await mkdir(config().dataDir, { recursive: true, mode: 0o700 });
  await writeFile(`${path}.tmp`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.tmp`, path);
}
