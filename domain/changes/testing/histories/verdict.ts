import { expect } from "vitest";
import { asActor } from "#db/guard.ts";
import { control } from "../../control.ts";
import { work } from "../../testing.ts";
import { TIMING, type World } from "./steps.ts";

interface ChangeRow {
  readonly id: string;
  readonly tool: string;
  readonly state: string;
  readonly approvals_needed: number;
  readonly owner_needed: boolean;
  readonly retry_of: string | null;
  readonly approvers: string[];
  readonly rejections: number;
}

interface ItemRow {
  readonly change_id: string;
  readonly target: string;
  readonly state: string;
  /** How often the provider was made to do it, by its own log. */
  readonly log: number;
}

/** Brings all that was approved to its end, at a provider in good health. */
export async function finish({ people: { owner } }: World): Promise<void> {
  const open = await asActor(
    owner,
    (sql) => sql<{ id: string; state: string }[]>`
      select id, state from store.change_sets where state in ('running', 'paused', 'cancelled')`,
  );
  for (const { id, state } of open) if (state === "paused") await control(owner, id, "resume");
  await Promise.all(open.map(({ id }) => work(owner, id, { timing: TIMING })));
}

/** @returns how many rows were carried out. */
export async function judge(world: World): Promise<number> {
  const { changes, items, done, astray } = await read(world);
  const byId = new Map(changes.map((change) => [change.id, change]));
  for (const item of items) judgeItem(item, byId.get(item.change_id) as ChangeRow, world);
  for (const change of changes) {
    const own = items.filter(({ change_id }) => change_id === change.id);
    if (change.approvals_needed === 1) expect(change.approvers.length).toBeLessThanOrEqual(1);
    if (own.some(isActedOn)) expectApproved(change);
  }
  expectOnceInAll(items, byId);
  const carriedOut = items.filter(({ state }) => state === "done" || state === "undone");
  expect(done).toBe(carriedOut.length); // each with its audit row
  expect(astray).toEqual([]);
  return carriedOut.length;
}

const CALLS = new Set(["set_sim_status", "send_sms", "top_up", "set_quota"]);
const NOT_TWICE = new Set(["send_sms", "top_up"]);

function isActedOn({ state, log }: ItemRow): boolean {
  return log > 0 || ["done", "undone", "failed", "unknown"].includes(state);
}

function judgeItem(item: ItemRow, { id, tool, state }: ChangeRow, world: World): void {
  const said = `${tool} ${state}: ${item.state}`;
  expect(["running", "verifying"], said).not.toContain(item.state);
  if (item.state === "pending") expect(state, said).toBe("proposed");
  const isCall = CALLS.has(tool);
  switch (item.state) {
    case "done":
    case "undone":
      expect(item.log, said).toBe(isCall ? 1 : 0);
      break;
    case "unknown":
      expect(item.log, said).toBeLessThanOrEqual(1);
      break;
    default:
      expect(item.log, said).toBe(0);
  }
  if (world.described.has(id) && item.target === world.iccids[0]) {
    expect(item.state, "protected, and not named").toBe("skipped");
  }
}

function expectApproved({ state, ...change }: ChangeRow): void {
  expect(["running", "done", "cancelled"]).toContain(state);
  expect(change.rejections).toBe(0);
  expect(change.approvers.length).toBeGreaterThanOrEqual(change.approvals_needed);
  if (change.owner_needed) expect(change.approvers).toContain("owner");
  expect(change.approvers.every((role) => role === "owner" || role === "operator")).toBe(true);
}

/** A change and the retries of it, and of them, reach each SIM once. */
function expectOnceInAll(items: readonly ItemRow[], byId: ReadonlyMap<string, ChangeRow>): void {
  const times = new Map<string, number>();
  for (const { change_id, target, log } of items) {
    let change = byId.get(change_id);
    while (change?.retry_of) change = byId.get(change.retry_of);
    if (!change || !NOT_TWICE.has(change.tool)) continue;
    const row = `${change.id} ${target}`;
    times.set(row, (times.get(row) ?? 0) + log);
  }
  for (const count of times.values()) expect(count).toBeLessThanOrEqual(1);
}

function read({ people: { owner } }: World) {
  return asActor(owner, async (sql) => {
    const [audited] = await sql<{ done: number }[]>`
      select count(*) as done from fleet.audit_logs
      where resource_type = 'sim' and changes->>'result' = 'done'`;
    return {
      done: audited?.done,
      changes: await sql<ChangeRow[]>`
        select id, tool, state, approvals_needed, owner_needed, retry_of,
          array(select role from store.change_decisions d
            where d.change_id = c.id and decision = 'approve') as approvers,
          (select count(*) from store.change_decisions d
            where d.change_id = c.id and decision = 'reject') as rejections
        from store.change_sets c`,
      items: await sql<ItemRow[]>`
        select i.change_id, i.target, i.state, (select count(*) from store.local_provider_log l
          where split_part(l.idempotency_key, '#', 1) = i.change_id || ':' || i.position) as log
        from store.change_items i`,
      /** SIMs that are not as the provider has them, though nothing about them is unknown. */
      astray: await sql`
        select s.iccid, s.status, p.state->>'status' as there from store.sims s
        join store.local_provider_sims p on p.iccid = s.iccid and p.state->>'status' <> s.status
        where not exists (select from store.change_items i where i.target = s.iccid
          and i.state = 'unknown')`,
    };
  });
}
