import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { type Actor, SCOPES_OF_ROLE } from "#core/actor.ts";
import { overrideConfig } from "#core/config.ts";
import { Forbidden, Internal, Invalid, Limited, NotFound } from "#core/errors.ts";
import { forgetProcessWide } from "#core/process-state.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { callTool } from "./call.ts";
import { defineTool } from "./define.ts";

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
const writing = defineTool({
  ...reading,
  scope: "sims:write",
  effect: "write",
  preview: async () => ({ summary: "", targets: [], skipped: [], reversible: true }),
});

describe("callTool", () => {
  it("parses the input before anything else, and names the field that is wrong", async () => {
    run.mockClear();
    await expect(callTool(testActor(), reading, { text: "" })).rejects.toThrow(/^text: /);
    await expect(callTool(testActor(), reading, { text: "" })).rejects.toBeInstanceOf(Invalid);
    expect(run).not.toHaveBeenCalled();
  });

  it("refuses an actor without the scope, and writes the refused change into the audit log", async () => {
    run.mockClear();
    const viewer = testActor({ role: "viewer" });
    await expect(callTool(viewer, writing, { text: "a" })).rejects.toBeInstanceOf(Forbidden);
    expect(run).not.toHaveBeenCalled();
    const owner: Actor = { ...viewer, role: "owner", scopes: new Set(SCOPES_OF_ROLE.owner) };
    const rows = await asActor(
      owner,
      (sql) => sql`select action, resource_id from fleet.audit_logs`,
    );
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { action: "tool.denied", resource_id: "measure_text" },
    ]);
  });

  it("does not let a model's client start an effect", async () => {
    const { userId, ...rest } = testActor({ role: "owner" });
    const client: Actor = {
      ...rest,
      kind: "mcp",
      channel: "mcp",
      clientId: "c",
      userId: String(userId),
    };
    await expect(callTool(client, writing, { text: "a" })).rejects.toBeInstanceOf(Forbidden);
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

  it("limits the calls of one caller, says when to come back, and leaves others alone", async () => {
    overrideConfig({ SIMON_RATE_LIMIT_PER_MINUTE: "2" });
    forgetProcessWide("rate-limiter");
    try {
      const [eager, other] = [testActor(), testActor()];
      await callTool(eager, reading, { text: "a" });
      await callTool(eager, reading, { text: "a" });
      const refused = await callTool(eager, reading, { text: "a" }).catch((error) => error);
      expect(refused).toBeInstanceOf(Limited);
      expect(refused.details.retryAfterSeconds).toBeGreaterThan(0);
      expect(await callTool(other, reading, { text: "abc" })).toEqual({ length: 3 });
    } finally {
      overrideConfig({});
      forgetProcessWide("rate-limiter");
    }
  });
});
