import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { definitionOf } from "./definitions.ts";
import { TOOL_SETS, toolsOf } from "./tool-sets.ts";

const tokensOf = (value: unknown) => encode(JSON.stringify(value)).length;

describe("definitions of tools", () => {
  it("those of a normal day cost a model under 6,000 tokens", () => {
    expect(tokensOf(toolsOf(null).map(definitionOf))).toBeLessThan(6_000);
  });

  it("every one has a title, an output and a name that clients take", () => {
    for (const tool of toolsOf("all").map(definitionOf)) {
      expect(tool.name).toMatch(/^[a-z_]{1,40}$/);
      expect(tool.title).toBeTruthy();
      expect(tool.inputSchema.type).toBe("object");
      expect(tool.outputSchema).toMatchObject({ type: "object" });
    }
  });

  it("an effect says that it only proposes, and is not marked as reading", () => {
    const effects = toolsOf("changes").filter(({ effect }) => effect !== "read");
    expect(effects.length).toBeGreaterThan(10);
    for (const tool of effects.map(definitionOf)) {
      expect(tool.description).toMatch(/Nothing is (done yet|loaded)/);
      expect(tool.annotations?.readOnlyHint).toBe(false);
    }
  });

  it("the reading sets hold nothing that changes something", () => {
    for (const set of ["read", "fleet", "analysis"])
      expect(toolsOf(set).filter(({ effect }) => effect !== "read")).toEqual([]);
    expect(TOOL_SETS.every((set) => toolsOf(set).length > 0)).toBe(true);
  });

  it("developer tools are there for who names their set, and in no other", () => {
    const names = new Set(toolsOf("developer").map(({ name }) => name));
    expect([...names]).toContain("analyze_logs");
    const others = TOOL_SETS.filter((set) => set !== "developer");
    expect(toolsOf(others.join()).filter(({ name }) => names.has(name))).toEqual([]);
  });

  it("an unknown set is told, with those that there are", () => {
    expect(() => toolsOf("read,everything")).toThrow(/"everything".*daily, read/);
  });
});
