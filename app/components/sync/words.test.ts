import { expect, it } from "vitest";
import type { SyncStatus } from "#domain/sync/status/sync-status.ts";
import { callsWords } from "./words.ts";

const runs = (state: SyncStatus["runs"][number]["state"]) =>
  [{ state }] as unknown as SyncStatus["runs"]; // of a run it reads no more than this
const spent = (calls: number, needed: number) => [{ kind: "list", calls, calls_needed: needed }];

it("compares the calls of a day with those that were needed, once no run is under way", () => {
  expect(callsWords(runs("done"), spent(2410, 2402))).toBe(
    "2,410 calls within the last day; 2,402 calls would have done.",
  );
  expect(callsWords(runs("done"), spent(1, 1))).toBe(
    "1 call within the last day, none more than needed.",
  );
  expect(callsWords(runs("running"), spent(2392, 2402))).toBe(
    "2,392 calls within the last day; a run is under way.",
  );
  expect(callsWords(runs("failed"), spent(20, 2402))).toBe("20 calls within the last day.");
  expect(callsWords([], [])).toBe("0 calls within the last day.");
});
