import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Reply, Request, Task, TaskOf, Tasks } from "./tasks.ts";

/** By its place in the repository, as a bundler would take anything else for a file of the page's. */
const ENTRY = "analytics/fleet/thread.ts";

interface Waiting {
  readonly task: Task;
  readonly done: (result: unknown) => void;
  readonly failed: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  current: Waiting | null;
}

/** Threads for what is too much for the one that serves people. They start with the first task. */
export class AnalysisPool {
  readonly size: number;
  readonly #threads = new Set<Thread>();
  readonly #queue: Waiting[] = [];
  #tasks = 0;
  #isClosed = false;

  constructor(size = availableParallelism()) {
    this.size = size;
  }

  /** @throws Error when the thread died of the task, or the pool was closed. */
  run<K extends keyof Tasks>(task: TaskOf<K>): Promise<Tasks[K]["result"]> {
    return new Promise((done, failed) => {
      // a kind of task has its kind of result (tasks.ts)
      const waiting = { task: task as Task, done: done as Waiting["done"], failed };
      if (this.#isClosed) return failed(new Error("The threads of the analysis were ended."));
      this.#queue.push(waiting);
      this.#next();
    });
  }

  /** Ends the threads, in the middle of what they do. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const error = new Error("The threads of the analysis were ended.");
    for (const { failed } of this.#queue.splice(0)) failed(error);
    await Promise.all(Array.from(this.#threads, ({ worker }) => worker.terminate()));
  }

  #next(): void {
    const [waiting] = this.#queue;
    if (!waiting) return;
    const thread = this.#free();
    if (!thread) return;
    this.#queue.shift();
    thread.current = waiting;
    const request: Request = { id: ++this.#tasks, task: waiting.task };
    thread.worker.postMessage(request);
    this.#next();
  }

  #free(): Thread | null {
    for (const thread of this.#threads) if (!thread.current) return thread;
    return this.#threads.size < this.size ? this.#start() : null;
  }

  #start(): Thread {
    const worker = new Worker(resolve(ENTRY), { execArgv: [] });
    const thread: Thread = { worker, current: null };
    this.#threads.add(thread);
    worker.on("message", (reply: Reply) => {
      const waiting = thread.current;
      thread.current = null;
      if ("failure" in reply) waiting?.failed(reply.failure);
      else waiting?.done(reply.result);
      this.#next();
    });
    worker.on("error", (error) => this.#lose(thread, error));
    worker.on("exit", () => this.#lose(thread, new Error("A thread of the analysis ended.")));
    return thread;
  }

  /** Its task goes with it; another thread takes its place when there is more to do. */
  #lose(thread: Thread, error: Error): void {
    this.#threads.delete(thread);
    thread.current?.failed(error);
    thread.current = null;
    if (!this.#isClosed) this.#next();
  }
}
