import { hashOf } from "#connectors/once/emulator/random.ts";

/** Who changes what of a SIM, so that it is known afterwards whose word counts. */
export type Share = "ours" | "theirs" | "both";

/** Of each field, every SIM belongs to one side; what the sides do to different fields of one SIM may meet. */
export function shareOf(iccid: string, field: "status" | "label"): Share {
  const at = hashOf(`${iccid} ${field}`) % 10;
  if (at < 5) return "ours";
  return at < 9 ? "theirs" : "both";
}
