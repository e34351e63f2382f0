import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CirclePause,
  CircleX,
  Clock,
  LoaderCircle,
  type LucideIcon,
  TimerOff,
  Undo2,
} from "lucide-react";
import type { ChangeState, ItemState } from "#domain/changes/change.ts";

export interface StateLook {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly color: string;
}

const QUIET = "text-muted";
const GOOD = "text-good";
const ATTENTION = "text-attention";
const CRITICAL = "text-critical";

export const CHANGE_LOOKS: Readonly<Record<ChangeState, StateLook>> = {
  proposed: { label: "Waits for approval", icon: Clock, color: ATTENTION },
  rejected: { label: "Rejected", icon: CircleX, color: QUIET },
  expired: { label: "Expired", icon: TimerOff, color: QUIET },
  running: { label: "Running", icon: LoaderCircle, color: "text-accent" },
  paused: { label: "Paused", icon: CirclePause, color: ATTENTION },
  cancelled: { label: "Cancelled", icon: Ban, color: QUIET },
  done: { label: "Done", icon: CircleCheck, color: GOOD },
};

export const ITEM_LOOKS: Readonly<Record<ItemState, StateLook>> = {
  pending: { label: "waiting", icon: CircleDashed, color: QUIET },
  running: { label: "in progress", icon: LoaderCircle, color: "text-accent" },
  verifying: { label: "being checked", icon: LoaderCircle, color: ATTENTION },
  done: { label: "done", icon: CircleCheck, color: GOOD },
  failed: { label: "failed", icon: CircleAlert, color: CRITICAL },
  unknown: { label: "not known", icon: CircleHelp, color: ATTENTION },
  skipped: { label: "left out", icon: CircleMinus, color: QUIET },
  cancelled: { label: "cancelled", icon: Ban, color: QUIET },
  undone: { label: "undone", icon: Undo2, color: QUIET },
};
