import { log } from "#core/log.ts";
import type { World } from "./world.ts";

export type TaskKind = "update_sims" | "reset_sim" | "deliver_sms" | "transfer_sims";
export type Task = (world: World, payload: never) => void;

interface TaskRow {
  id: number;
  due_wall_ms: number;
  kind: TaskKind;
  payload: string;
}

/** Work that was accepted and is done some time later. It waits in the database, so it outlives a kill. */
export interface Queue {
  add(kind: TaskKind, delayMs: number, payload: unknown): void;
  /** Does what waits now, without waiting. */
  settle(): void;
  /** Takes up what waited when the process last ended. */
  resume(): void;
  waiting(): number;
  stop(): void;
}

export function queueOf(world: () => World, tasks: Readonly<Record<TaskKind, Task>>): Queue {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const work = (row: TaskRow) => {
    const { store } = world();
    try {
      store.transaction(() => {
        store.run("delete from tasks where id = ?", row.id);
        tasks[row.kind](world(), JSON.parse(row.payload) as never);
      });
    } catch (error) {
      log().error({ err: error, task: row.kind }, "a task of the emulator failed and is dropped");
      store.run("delete from tasks where id = ?", row.id);
    }
  };
  const arm = () => {
    clearTimeout(timer);
    if (isStopped) return;
    const { store, clock } = world();
    const next = store.one<{ due: number | null }>("select min(due_wall_ms) as due from tasks");
    if (next?.due == null) return;
    timer = setTimeout(
      () => {
        const due = store.all<TaskRow>(
          "select * from tasks where due_wall_ms <= ? order by due_wall_ms, id",
          clock.wallMs(),
        );
        for (const row of due) work(row);
        arm();
      },
      Math.max(1, Math.min(next.due - clock.wallMs(), 60_000)),
    );
    timer.unref();
  };
  return {
    add: (kind, delayMs, payload) => {
      const { store, clock, settings } = world();
      store.run(
        "insert into tasks (due_wall_ms, kind, payload) values (?, ?, ?)",
        clock.wallMs() + Math.round(delayMs / settings.timeFactor),
        kind,
        JSON.stringify(payload),
      );
      // After the present transaction, which may still be rolled back.
      setImmediate(arm);
    },
    settle: () => {
      const rows = world().store.all<TaskRow>("select * from tasks order by due_wall_ms, id");
      for (const row of rows) work(row);
      arm();
    },
    resume: arm,
    waiting: () =>
      world().store.one<{ count: number }>("select count(*) as count from tasks")?.count ?? 0,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
