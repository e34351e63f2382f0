import { shuffled } from "#connectors/once/emulator/random.ts";
import type { Day } from "./day.ts";
import { shareOf } from "./pick.ts";

/** What is done in the provider's portal, and what a device does by itself. */
export function changeThere({ emulator, unit, random }: Day, round: number): void {
  const sims = shuffled(emulator.sims(), random);
  const some = (count: number, field: "status" | "label", shares: readonly string[]) =>
    sims.filter(({ iccid }) => shares.includes(shareOf(iccid, field))).slice(0, count);
  for (const { iccid, status } of some(2 * unit, "status", ["theirs"]))
    emulator.change(iccid, { status: status === "Enabled" ? "Disabled" : "Enabled" });
  for (const { iccid } of some(2 * unit, "label", ["theirs", "both"]))
    emulator.change(iccid, { label: `theirs ${round} ${iccid.slice(-4)}` });
  for (const { iccid, imei_lock } of sims.slice(0, unit))
    emulator.change(iccid, { imei_lock: !imei_lock });
  for (const { iccid } of sims.slice(unit, 2 * unit))
    emulator.change(iccid, { imei: `35200988${String(round).padStart(2, "0")}${iccid.slice(-6)}` });
  for (const { iccid, data_total_mb } of sims.slice(2 * unit, 3 * unit)) // bought in the portal
    emulator.change(iccid, {
      data_remaining_mb: data_total_mb + 500,
      data_total_mb: data_total_mb + 500,
    });
  for (const { iccid } of sims.slice(3 * unit, 4 * unit))
    emulator.change(iccid, { auto_top_up: true });
  emulator.seed(
    Array.from({ length: unit }, (_, n) => ({
      iccid: `8988228077${String(round * 1_000 + n).padStart(9, "0")}`,
      label: `new ${round} ${n}`,
    })),
  );
  for (const { iccid } of sims.slice(-Math.ceil(unit / 3))) emulator.remove(iccid);
}
