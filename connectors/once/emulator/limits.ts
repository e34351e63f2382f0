import type { World } from "./world.ts";

export type LimitService = "data" | "smsMo" | "smsMt";

interface LimitOption {
  readonly id: number;
  readonly limit: string;
  readonly unit: "MB" | "SMS";
}

const option = (id: number, limit: number, unit: LimitOption["unit"]): LimitOption => ({
  id,
  limit: String(limit),
  unit,
});

/** The predetermined steps. */
export const LIMIT_OPTIONS: Readonly<Record<LimitService, readonly LimitOption[]>> = {
  data: [1, 2, 4, 8, 16, 32, 64, 128, 256, 500].map((mb, i) => option(i + 1, mb, "MB")),
  smsMo: [10, 25, 50, 100, 250].map((count, i) => option(i + 21, count, "SMS")),
  smsMt: [10, 25, 50, 100, 250].map((count, i) => option(i + 41, count, "SMS")),
};

/** Every SIM of the account may use so much a month; null is no limit. */
export interface MonthlyLimits {
  readonly dataMegabytes: number | null;
  readonly smsMo: number | null;
  readonly smsMt: number | null;
}

export function chosenLimits({ store }: World): Partial<Record<LimitService, LimitOption>> {
  const chosen: Partial<Record<LimitService, LimitOption>> = {};
  for (const service of ["data", "smsMo", "smsMt"] as const) {
    const id = Number(store.readMeta(`limit_${service}`) ?? 0);
    const found = LIMIT_OPTIONS[service].find((option) => option.id === id);
    if (found) chosen[service] = found;
  }
  return chosen;
}

export function chooseLimit({ store }: World, service: LimitService, id: number): void {
  store.writeMeta(`limit_${service}`, String(id));
}

export function monthlyLimits(world: World): MonthlyLimits {
  const { data, smsMo, smsMt } = chosenLimits(world);
  return {
    dataMegabytes: data ? Number(data.limit) : null,
    smsMo: smsMo ? Number(smsMo.limit) : null,
    smsMt: smsMt ? Number(smsMt.limit) : null,
  };
}
