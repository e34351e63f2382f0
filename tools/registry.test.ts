import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Proposal } from "#domain/changes/proposal.ts";
import { allTools, tools } from "./registry.ts";

describe("the registry", () => {
  it("keys each tool by its own name, in snake_case of at most 40 characters", () => {
    for (const [key, tool] of Object.entries(tools)) {
      expect(tool.name).toBe(key);
      expect(tool.name).toMatch(/^[a-z][a-z_]{1,39}$/);
    }
  });

  it("gives no two tools the same route", () => {
    const routes = allTools
      .flatMap(({ route, aliases = [] }) => [route, ...aliases])
      .map(({ method, path }) => `${method} ${path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it("takes every name in a path from the tool's input", () => {
    for (const tool of allTools) {
      const paths = [tool.route, ...(tool.aliases ?? [])].map(({ path }) => path).join(" ");
      const inPath = [...paths.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys(tool.input.shape)).toEqual(expect.arrayContaining(inPath));
    }
  });

  it("describes each tool and its schemas as JSON Schema objects", () => {
    for (const tool of allTools) {
      expect(tool.description.length).toBeGreaterThan(20);
      for (const schema of [tool.input, tool.output]) {
        expect(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }).type).toBe("object");
      }
    }
  });

  it("asks for a writing scope from every effect, and answers it with a proposal only", () => {
    for (const tool of allTools) {
      if (tool.effect === "read") continue;
      expect(tool.scope).toMatch(/:(write|admin)$/);
      expect(tool.output).toBe(Proposal);
    }
  });
});
