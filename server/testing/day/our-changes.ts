import { shuffled } from "#connectors/once/emulator/random.ts";
import { asActor } from "#db/guard.ts";
import { decide } from "#domain/changes/decide.ts";
import { ask } from "#domain/changes/testing.ts";
import type { Day } from "./day.ts";
import { shareOf } from "./pick.ts";

interface Row {
  readonly iccid: string;
  readonly status: string;
}

/** What people ask for and approve here in a part of the day; the worker takes it from there. */
export async function changeHere(day: Day, round: number): Promise<void> {
  const { owner, unit, random } = day;
  const rows = await asActor(
    owner,
    (sql) => sql<Row[]>`select iccid, status from store.sims order by iccid`,
  );
  const sims = shuffled(rows, random);
  const some = (count: number, isFit: (row: Row) => boolean) =>
    sims
      .filter(isFit)
      .slice(0, count)
      .map(({ iccid }) => iccid);
  const isOurs = ({ iccid }: Row) => shareOf(iccid, "status") === "ours";
  const active = some(4 * unit, (row) => isOurs(row) && row.status === "active");
  const off = some(2 * unit, (row) => isOurs(row) && row.status !== "active");
  await approved(day, "set_sim_status", { status: "suspended" }, active.slice(0, 2 * unit));
  await approved(day, "set_sim_status", { status: "inactive" }, active.slice(2 * unit, 3 * unit));
  await approved(day, "set_sim_status", { status: "active" }, off);
  await approved(
    day,
    "top_up_package",
    {},
    some(unit, () => true),
  );
  const reached = some(2 * unit, (row) => !isOurs(row) && row.status === "active");
  await approved(day, "send_sms", { body: `REPORT ${round}` }, reached);
  await approved(day, "reset_connectivity", {}, reached.slice(0, unit));
  for (const iccid of some(3, (row) => shareOf(row.iccid, "label") === "ours"))
    await approved(day, "update_sim", { label: `ours ${round} ${iccid.slice(-4)}` }, [iccid]);
}

export async function approved(
  { owner }: Day,
  tool: string,
  input: Record<string, unknown>,
  targets: readonly string[],
): Promise<void> {
  if (targets.length === 0) return;
  const { approval, preview } = await ask(owner, tool, input, { targets });
  await decide(owner, approval.id, { decision: "approve", typedCount: preview.target_count });
}

/** A file of names that somebody loads: it reaches no provider. */
export async function loadNames({ owner, unit, random }: Day, round: number): Promise<void> {
  const rows = await asActor(owner, (sql) => sql<Row[]>`select iccid, status from store.sims`);
  const named = shuffled(rows, random).filter(({ iccid }) => shareOf(iccid, "label") === "both");
  await asActor(
    owner,
    (sql) => sql`
      update store.sims set label = ${`file ${round} `} || right(iccid, 4)
      where iccid = any(${named.slice(0, unit).map(({ iccid }) => iccid)}::text[])`,
  );
}
