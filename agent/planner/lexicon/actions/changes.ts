import type { Change } from "./change.ts";
import { DESK_CHANGES } from "./desk.ts";
import { HISTORY_CHANGES } from "./history.ts";
import { MESSAGE_CHANGES } from "./messages.ts";
import { QUOTA_CHANGES } from "./quota.ts";
import { SIM_CHANGES } from "./sims.ts";
import { STATUS_CHANGES } from "./status.ts";

/** In the order in which they are tried: what names its rows, or its figures, comes before what does not. */
export const CHANGES: readonly Change[] = [
  ...HISTORY_CHANGES,
  ...DESK_CHANGES,
  ...QUOTA_CHANGES,
  ...SIM_CHANGES,
  ...STATUS_CHANGES,
  ...MESSAGE_CHANGES,
];
