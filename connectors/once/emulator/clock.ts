import { wallNow } from "#core/clock.ts";
import type { Settings } from "./settings.ts";
import type { Store } from "./store.ts";

const OFFSET = "clock_offset_ms";

/** The emulated now, which `advance` moves and skew falsifies, beside the real one of tokens and queues. */
export interface Clock {
  nowMs(): number;
  wallMs(): number;
  /** Kept between starts. */
  moveBy(ms: number): void;
}

export function clockOf(store: Store, settings: Settings, now: () => Date = wallNow): Clock {
  return {
    nowMs: () => now().getTime() + Number(store.readMeta(OFFSET) ?? 0) + settings.skewMs,
    wallMs: () => wallNow().getTime(),
    moveBy: (ms) => store.writeMeta(OFFSET, String(Number(store.readMeta(OFFSET) ?? 0) + ms)),
  };
}
