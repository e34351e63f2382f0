import type { Calls } from "./calls.ts";
import type { Clock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { Queue } from "./queue.ts";
import type { Random } from "./random.ts";
import type { RateLimits } from "./rate-limit.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";
import type { Streamer } from "./streamer.ts";

/** What one running emulator consists of. */
export interface World {
  readonly store: Store;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly random: Random;
  readonly rates: RateLimits;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly queue: Queue;
  readonly streamer: Streamer;
}
