import { z } from "zod";
import { ANOMALY_KINDS } from "./anomaly-values.ts";

const KINDS = ANOMALY_KINDS.filter((kind) => kind !== "cohort").join("|");
const FOUND = new RegExp(`^(\\d{19}) (${KINDS}) (\\d{4}-\\d{2}-\\d{2})$`);

/** Of an anomaly that was found just now and is not kept: its SIM, kind and first day. */
export const FoundRef = z.string().regex(FOUND);

export function foundRef(iccid: string, { kind, day }: { kind: string; day: string }): string {
  return `${iccid} ${kind} ${day}`;
}

/** Null for the number of one that is kept. */
export function foundIn(ref: string): { iccid: string; kind: string; day: string } | null {
  const [, iccid, kind, day] = FOUND.exec(ref) ?? [];
  return iccid && kind && day ? { iccid, kind, day } : null;
}
