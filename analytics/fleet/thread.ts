// A thread of the pool: does one task after the other, and keeps what belongs to the fleet between them.
import { parentPort } from "node:worker_threads";
import { analyseSims } from "./analyse-sims.ts";
import { Analyst } from "./analyst.ts";
import { jointOf } from "./joint.ts";
import { calibrationOf, windowsOf } from "./learn.ts";
import type { Reply, Request, Task } from "./tasks.ts";

let analyst: Analyst | null = null;

parentPort?.on("message", ({ id, task }: Request) => {
  try {
    const { result, transfer } = perform(task);
    const reply: Reply = { id, result };
    parentPort?.postMessage(reply, transfer);
  } catch (error) {
    const reply: Reply = { id, failure: error instanceof Error ? error : new Error(String(error)) };
    parentPort?.postMessage(reply);
  }
});

function perform(task: Task): { result: unknown; transfer: ArrayBuffer[] } {
  switch (task.kind) {
    case "calibration":
      return { result: calibrationOf(task.sample), transfer: [] };
    case "windows":
      return { result: windowsOf(task.sample), transfer: [] };
    case "joint":
      return { result: jointOf(task.board), transfer: [] };
    case "sims": {
      if (analyst?.context.id !== task.context.id) analyst = new Analyst(task.context);
      const result = analyseSims(analyst, task.sims);
      const { deviations, observed, expected } = result.board;
      const arrays = [deviations, observed, expected, result.sumStates];
      return { result, transfer: arrays.map(({ buffer }) => buffer as ArrayBuffer) };
    }
  }
}
