import { expect, it } from "vitest";
import { testActor } from "#db/testing.ts";
import { callTool } from "../call.ts";
import { importSims } from "./import-sims.ts";

it("a list is kept once for an Idempotency-Key, which no other list may use", async () => {
  const owner = testActor();
  const origin = { idempotencyKey: "k" };
  const ask = (iccids: string[]) => callTool(owner, importSims, { iccids }, { origin });
  const first = await ask(["8988228066680000001"]);
  expect(await ask(["8988228066680000001"])).toEqual(first);
  await expect(ask(["8988228066680000002"])).rejects.toThrow("Use a new key");
});
