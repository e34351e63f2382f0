import { asActor } from "#db/guard.ts";
import type { Day } from "./day.ts";

interface Carried {
  readonly tool: string;
  readonly target: string;
  readonly state: string;
  readonly reason: string | null;
}

const EFFECT_OF: Readonly<Record<string, string>> = {
  set_sim_status: "update",
  update_sim: "update",
  push_to_provider: "update",
  top_up_package: "top_up",
  send_sms: "send_sms",
  reset_connectivity: "reset",
};

/** Of these nothing is left at the provider that could be looked up when an answer was lost. */
const UNCERTAIN = new Set(["send_sms", "reset"]);

export interface Effects {
  /** Effects that no change stands for, or not so often, and changes without theirs. */
  readonly wrong: readonly string[];
  readonly done: number;
  readonly unknown: number;
}

/** What was approved here against what the provider did for us, by its own log. */
export async function compareEffects({ owner, emulator }: Day): Promise<Effects> {
  const items = await asActor(
    owner,
    (sql) => sql<Carried[]>`
      select c.tool, i.target, i.state, i.reason
      from store.change_items i
      join store.change_sets c on c.organization_id = i.organization_id and c.id = i.change_id
      order by i.finished_at`,
  );
  const times = new Map<string, number>();
  for (const { client, kind, iccid } of emulator.effects()) {
    if (client.startsWith("_")) continue;
    const key = `${kind} ${iccid}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const wrong: string[] = [];
  const expected = Map.groupBy(items, ({ tool, target }) => `${EFFECT_OF[tool]} ${target}`);
  for (const [key, carried] of expected) {
    const count = times.get(key) ?? 0;
    times.delete(key);
    const inState = (state: string) => carried.filter((item) => item.state === state).length;
    const least = inState("done");
    const most = least + inState("unknown");
    if (count < least || count > most)
      wrong.push(`${key}: ${count} times, ${least} to ${most} approved`);
  }
  for (const [key, count] of times) wrong.push(`${key}: ${count} times, never approved`);
  for (const { tool, target, state, reason } of items) {
    const isUncertain = UNCERTAIN.has(EFFECT_OF[tool] ?? "");
    const isExplained = state === "failed" && reason !== null && !/Tried \d+ times/.test(reason);
    if (state === "done" || state === "skipped" || isExplained) continue;
    if (!(isUncertain && state === "unknown")) wrong.push(`${tool} ${target}: ${state}, ${reason}`);
  }
  const count = (state: string) => items.filter((item) => item.state === state).length;
  return { wrong, done: count("done"), unknown: count("unknown") };
}
