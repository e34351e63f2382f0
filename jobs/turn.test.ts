import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { beginTurn } from "./turn.ts";

setFlagsFromString("--expose-gc");
const clearMemory: () => void = runInNewContext("gc");

test("a turn ends in time, also when memory is cleared meanwhile", async () => {
  const { signal } = beginTurn(new AbortController().signal, 500);
  for (let n = 0; n < 10; n++) {
    await sleep(20);
    clearMemory();
  }
  await expect.poll(() => signal.aborted, { timeout: 5_000 }).toBe(true);
});

test("a turn ends when everything stops, and its clock with it", async () => {
  const stopping = new AbortController();
  const { signal, end } = beginTurn(stopping.signal, 60_000);
  stopping.abort();
  expect(signal.aborted).toBe(true);
  end();
});
