import type { Placed } from "./streamed.ts";

const SEEN_BY = new Set(["attach", "session_start", "session_end", "imei_change"]);

/** The newest records of a SIM that say where it was, by which radio and in which device: often not the same. */
export interface Seen {
  readonly iccid: string;
  place: Placed | null;
  radio: Placed | null;
  device: Placed | null;
  isDataHeard: boolean;
  isSmsHeard: boolean;
}

export function seenOf(records: readonly Placed[]): readonly Seen[] {
  const sims = new Map<string, Seen>();
  for (const record of records) {
    if (!isSign(record)) continue;
    const { iccid } = record;
    const sim = sims.get(iccid) ?? nothingOf(iccid);
    sims.set(iccid, sim);
    sim.place = newer(sim.place, record);
    if (record.rat !== null) sim.radio = newer(sim.radio, record);
    if (record.imei !== null) sim.device = newer(sim.device, record);
    sim.isDataHeard ||= record.kind === "data";
    sim.isSmsHeard ||= record.kind === "sms";
  }
  return [...sims.values()];
}

function nothingOf(iccid: string): Seen {
  const nothing = { place: null, radio: null, device: null };
  return { iccid, ...nothing, isDataHeard: false, isSmsHeard: false };
}

function newer(known: Placed | null, record: Placed): Placed {
  return known && known.at >= record.at ? known : record;
}

/** Whether the device must have been on the network. */
function isSign(record: Placed): boolean {
  if (record.kind === "data") return record.uploadBytes + record.downloadBytes > 0;
  return record.kind === "sms" || SEEN_BY.has(record.type ?? "");
}
