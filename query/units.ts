import { BYTES_OF_UNIT } from "#core/bytes.ts";
import type { ValueType } from "./measure-type.ts";
import type { Query } from "./query.ts";

export type Unit = NonNullable<NonNullable<Query["measures"]>[number]["unit"]>;

const BYTES = {
  kB: BYTES_OF_UNIT.kb,
  MB: BYTES_OF_UNIT.mb,
  GB: BYTES_OF_UNIT.gb,
  TB: BYTES_OF_UNIT.tb,
};
const MINUTES: Record<string, number> = { second: 1 / 60, minute: 1, hour: 60, day: 1440 };

/** What a value in base units is divided by to be in `unit`; null when the unit does not fit. */
export function divisorOf(type: ValueType, unit: Unit): number | null {
  if (type.kind === "bytes") return unit in BYTES ? BYTES[unit as keyof typeof BYTES] : null;
  if (type.kind !== "duration") return null;
  const own = MINUTES[type.unit ?? ""];
  const wanted = MINUTES[unit];
  return own && wanted ? wanted / own : null;
}
