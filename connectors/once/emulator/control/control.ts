import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { expireTokens, listClients } from "../auth.ts";
import type { CallSummary, LoggedCall } from "../calls.ts";
import { type Effect, type EffectFilter, listEffects } from "../effects.ts";
import type { ActiveFault, FaultRule } from "../faults.ts";
import { TABLES_OF_STATE } from "../schema.ts";
import type { Settings } from "../settings.ts";
import { type SeedSim, seedSims } from "../sims/seed.ts";
import {
  allStates,
  changeSim,
  removeSim,
  type SimChange,
  type SimState,
  simState,
} from "../sims/sim-state.ts";
import type { Stream, StreamTarget } from "../streamer.ts";
import { type Advanced, type AdvanceOptions, advance } from "../traffic/advance.ts";
import { type CarriedTraffic, carry } from "../traffic/carry.ts";
import { isoOf } from "../units.ts";
import type { World } from "../world.ts";

/** What steers a running emulator; `/_emulator/` gives the same over HTTP. */
export interface Control {
  info(): ReturnType<typeof infoOf>;
  seed(sims: readonly SeedSim[]): { added: number; kept: number };
  sims(page?: { offset?: number; limit?: number }): SimState[];
  /** @throws NotFound */
  sim(iccid: string): SimState;
  change(iccid: string, values: SimChange): SimState;
  /** The provider does not have it any more. */
  remove(iccid: string): void;
  /** @returns its number, for `removeFault`. */
  addFault(rule: FaultRule): number;
  faults(): readonly ActiveFault[];
  removeFault(id: number): void;
  clearFaults(): void;
  addStream(target: StreamTarget): number;
  streams(): Stream[];
  removeStream(id: number): void;
  /** Until the targets took all records. @returns false when that took too long. */
  flushStreams(timeoutMs?: number): Promise<boolean>;
  /** Simulated traffic; the clock moves with it unless told not to. */
  advance(options: AdvanceOptions): Promise<Advanced>;
  /** Traffic of SIMs that somebody else plays, instead of simulated one. */
  carry(traffic: readonly CarriedTraffic[], options?: { isHistory?: boolean }): void;
  /** Where the emulated clock goes on from: into the past, for a history that ends at the present. */
  setNow(now: Date): void;
  /** Does queued work now. */
  settle(): void;
  effects(filter?: EffectFilter): Effect[];
  clearEffects(): void;
  calls(): CallSummary;
  callLog(): readonly LoggedCall[];
  clearCalls(): void;
  expireTokens(): void;
  settings(): Settings;
  set(values: Partial<Settings>): Settings;
  /** Forgets SIMs and all that happened to them, faults, counts and the moved clock. */
  reset(): void;
}

const settingsSchema = z.strictObject({
  timeFactor: z.number().positive(),
  quirks: z.boolean(),
  retryAfter: z.boolean(),
  descendingOrders: z.boolean(),
  v1Retired: z.boolean(),
  tokenSeconds: z.number().int().positive(),
  simCallsPerSecond: z.number().positive(),
  queueDelayMs: z.number().nonnegative(),
  smsDelayMs: z.number().nonnegative(),
  orderAppearsMs: z.number().nonnegative(),
  streamRetryMs: z.number().nonnegative(),
  skewMs: z.number().int(),
  organisation: z.string(),
}) satisfies z.ZodType<Settings>;

export function controlOf(world: World): Control {
  const { store, faults, streamer, calls, queue, settings } = world;
  return {
    info: () => infoOf(world),
    seed: (sims) => seedSims(world, sims),
    sims: (page) => allStates(world, page),
    sim: (iccid) => simState(world, iccid),
    change: (iccid, values) => changeSim(world, iccid, values),
    remove: (iccid) => removeSim(world, iccid),
    addFault: (rule) => faults.add(rule),
    faults: () => faults.list(),
    removeFault: (id) => faults.remove(id),
    clearFaults: () => faults.clear(),
    addStream: (target) => streamer.add(target),
    streams: () => streamer.list(),
    removeStream: (id) => streamer.remove(id),
    flushStreams: (timeoutMs) => streamer.flush(timeoutMs),
    setNow: (now) => world.clock.moveBy(now.getTime() - world.clock.nowMs()),
    advance: async (options) => {
      if (!(options.minutes > 0)) throw new Invalid("`minutes` must be more than 0.");
      return advance(world, options);
    },
    carry: (traffic, options) => carry(world, traffic, options),
    settle: () => queue.settle(),
    effects: (filter) => listEffects(world, filter),
    clearEffects: () => {
      store.run("delete from effects");
    },
    calls: () => calls.summary(),
    callLog: () => calls.list(),
    clearCalls: () => calls.clear(),
    expireTokens: () => expireTokens(world),
    settings: () => ({ ...settings }),
    set: (values) => Object.assign(settings, settingsSchema.partial().parse(values)),
    reset: () => {
      store.transaction(() => {
        for (const table of TABLES_OF_STATE) store.run(`delete from ${table}`);
      });
      faults.clear();
      calls.clear();
      world.rates.clear();
    },
  };
}

function infoOf(world: World) {
  const { store, clock, settings, queue } = world;
  const count = (from: string) =>
    store.one<{ count: number }>(`select count(*) as count from ${from}`)?.count ?? 0;
  return {
    now: isoOf(clock.nowMs()),
    sims: count("sims where transferred = 0"),
    orders: count("orders"),
    events: count("events"),
    usage_records: count("usage_records"),
    queued: queue.waiting(),
    clients: listClients(world).map(({ id, role }) => ({ id, role })),
    settings: { ...settings },
  };
}
