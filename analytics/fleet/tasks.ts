import type { Calibration } from "../forecast/calibration.ts";
import type { FleetBoard, Joint } from "./joint.ts";
import type { Sample } from "./learn.ts";
import type { Analysed, FleetContext, SimToAnalyse } from "./types.ts";

/** What a thread can do, and what comes of it. */
export interface Tasks {
  readonly calibration: {
    readonly task: { readonly sample: Sample };
    readonly result: Calibration;
  };
  readonly windows: { readonly task: { readonly sample: Sample }; readonly result: Float64Array };
  readonly joint: { readonly task: { readonly board: FleetBoard }; readonly result: Joint[] };
  readonly sims: {
    readonly task: { readonly context: FleetContext; readonly sims: readonly SimToAnalyse[] };
    readonly result: Analysed;
  };
}

export type TaskOf<K extends keyof Tasks> = { readonly kind: K } & Tasks[K]["task"];
export type Task = { [K in keyof Tasks]: TaskOf<K> }[keyof Tasks];

export interface Request {
  readonly id: number;
  readonly task: Task;
}

export type Reply = { readonly id: number } & (
  | { readonly result: unknown }
  | { readonly failure: Error }
);
