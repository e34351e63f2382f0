import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { beginTurn } from "./turn.ts";

setFlagsFromString("--expose-gc");
const clearMemory: () => void = runInNewContext("gc");

test("a turn ends in time, also when memory is cleared meanwhile", async () => {
  const turns = Array.from({ length: 20 }, () => beginTurn(new AbortController().signal, 300));
  for (const endsAt = performance.now() + 1_000; performance.now() < endsAt; await sleep(20)) {
    clearMemory();
  }
  expect(turns.filter(({ signal }) => !signal.aborted)).toEqual([]);
});

test("a turn ends when everything stops, and its clock with it", async () => {
  const stopping = new AbortController();
  const { signal, end } = beginTurn(stopping.signal, 60_000);
  stopping.abort();
  expect(signal.aborted).toBe(true);
  end();
});
