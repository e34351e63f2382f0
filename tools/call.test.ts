import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type Actor, type CallLimits, SCOPES_OF_ROLE, systemActor } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { Forbidden, Internal, Invalid, Limited, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { Proposal } from "#domain/changes/proposal.ts";
import { callTool } from "./call.ts";
import { defineEffect, defineTool, type Tool } from "./define.ts";
import type { LimitState } from "./rate-limit.ts";

const run = vi.fn(async ({ input }: { input: { text: string } }) => ({
  length: input.text.length,
}));
const reading = defineTool({
  name: "measure_text",
  title: "Measure a text",
  description: "For tests: how long a text is.",
  input: z.object({ text: z.string().min(1) }),
  output: z.object({ length: z.number() }),
  scope: "sims:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/measure" },
  run,
});
const propose = vi.fn(() => Promise.reject(new NotFound("Nothing is there to be changed.")));
const writing = defineEffect({
  ...reading,
  output: Proposal,
  scope: "sims:write",
  effect: "write",
  run: propose,
});

describe("callTool", () => {
  it("parses the input before anything else, and names the field that is wrong", async () => {
    run.mockClear();
    await expect(callTool(testActor(), reading, { text: "" })).rejects.toThrow(/^text: /);
    await expect(callTool(testActor(), reading, { text: "" })).rejects.toBeInstanceOf(Invalid);
    expect(run).not.toHaveBeenCalled();
  });

  it("refuses an actor without the scope, and writes the refused change into the audit log", async () => {
    const viewer = testActor({ role: "viewer" });
    await expect(callTool(viewer, writing, { text: "a" })).rejects.toBeInstanceOf(Forbidden);
    expect(propose).not.toHaveBeenCalled();
    const owner: Actor = { ...viewer, role: "owner", scopes: new Set(SCOPES_OF_ROLE.owner) };
    const rows = await asActor(
      owner,
      (sql) => sql`select action, resource_id from fleet.audit_logs`,
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { action: "tool.denied", resource_id: "measure_text" },
    ]);
  });

  it("hides an unforeseen error behind an id, and passes ours through", async () => {
    const failing = (error: Error) => ({ ...reading, run: () => Promise.reject(error) });
    const hidden = await callTool(testActor(), failing(new Error("password=secret")), {
      text: "a",
    }).catch((e) => e);
    expect(hidden).toBeInstanceOf(Internal);
    expect(hidden.message).not.toContain("secret");
    expect(hidden.message).toContain(hidden.details.id);
    const ours = new NotFound("No such thing.");
    await expect(callTool(testActor(), failing(ours), { text: "a" })).rejects.toBe(ours);
  });

  it("refuses an output that is not what the tool declares", async () => {
    const lying = { ...reading, run: async () => ({ length: "long" }) as never };
    await expect(callTool(testActor(), lying, { text: "a" })).rejects.toBeInstanceOf(Internal);
  });

  it("counts calls that fail, reads and effects apart, and leaves other callers alone", async () => {
    const few = { readsPerMinute: 3, effectsPerMinute: 1 };
    const [eager, other] = [testKey(few), testKey(few)];
    const call = (actor: Actor, tool: Tool, input: object = { text: "a" }) =>
      callTool(actor, tool, input).then(
        () => "done",
        (error) => error.name,
      );
    expect(await call(eager, reading)).toBe("done");
    expect(await call(eager, reading, {})).toBe("Invalid");
    expect(await call(eager, { ...reading, scope: "audit:read" })).toBe("Forbidden");
    const refused = await callTool(eager, reading, { text: "a" }).catch((error) => error);
    expect(refused).toBeInstanceOf(Limited);
    expect(refused.details.retryAfterSeconds).toBeGreaterThan(0);
    expect(await call(eager, writing)).toBe("NotFound");
    expect(await call(eager, writing)).toBe("Limited");
    expect(await call(other, reading)).toBe("done");
  });

  it("does not even read the input of a caller who is over the limit", async () => {
    const key = testKey({ readsPerMinute: 1, effectsPerMinute: 1 });
    const read = vi.fn(async () => ({ text: "abc" }));
    expect(await callTool(key, reading, read)).toEqual({ length: 3 });
    await expect(callTool(key, reading, read)).rejects.toBeInstanceOf(Limited);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it("tells where the caller stands, also when the call fails or is refused", async () => {
    const key = testKey({ readsPerMinute: 2, effectsPerMinute: 1 });
    const states: LimitState[] = [];
    const onLimit = (state: LimitState) => states.push(state);
    await callTool(key, reading, { text: "a" }, { onLimit });
    await callTool(key, reading, {}, { onLimit }).catch(() => {});
    await callTool(key, reading, { text: "a" }, { onLimit }).catch(() => {});
    expect(states.map(({ counted, remaining, isOver }) => [counted, remaining, isOver])).toEqual([
      ["reads", 1, false],
      ["reads", 0, false],
      ["reads", 0, true],
    ]);
  });

  it("takes the limits of the settings for a person and for a key without its own; ours has none", async () => {
    overrideConfig({
      SIMON_RATE_LIMIT_READS_PER_MINUTE: "1",
      SIMON_RATE_LIMIT_PERSON_READS_PER_MINUTE: "2",
    });
    try {
      const allowed = async (actor: Actor) => {
        for (let calls = 0; calls < 4; calls++) {
          const answer = await callTool(actor, reading, { text: "a" }).catch((error) => error);
          if (answer instanceof Limited) return calls;
        }
        return "all";
      };
      expect(await allowed(testKey())).toBe(1);
      expect(await allowed(testActor())).toBe(2);
      expect(await allowed(systemActor({ id: "org", name: "Organisation" }))).toBe("all");
    } finally {
      overrideConfig({});
    }
  });

  it("does not count what a counted question calls", async () => {
    const key = testKey({ readsPerMinute: 1, effectsPerMinute: 1 });
    for (let calls = 0; calls < 3; calls++) {
      await callTool(key, reading, { text: "a" }, { isCounted: false });
    }
    expect(await callTool(key, reading, { text: "a" })).toEqual({ length: 1 });
  });
});

function testKey(limits?: CallLimits): Actor {
  return {
    ...testActor({ role: "operator" }),
    kind: "apiKey",
    channel: "api",
    keyId: randomUUID(),
    limits,
  };
}
