import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi.ts";
import { operations } from "./operations.ts";

const document = openApiDocument() as {
  paths: Record<
    string,
    Record<string, { operationId: string; parameters: { name: string; in: string }[] }>
  >;
};

describe("the OpenAPI document", () => {
  it("has every operation once, under its path and method", () => {
    const published = Object.values(document.paths).flatMap((path) => Object.values(path));
    const routes = operations.flatMap((tool) => [
      tool.name,
      ...(tool.aliases ?? []).map((_, n) => `${tool.name}_alias_${n + 1}`),
    ]);
    expect(published.map((operation) => operation.operationId).sort()).toEqual(routes.sort());
  });

  it("refers to nothing that it does not hold", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (match) => match[1] ?? "",
    );
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      expect(document).toHaveProperty(reference.replace("#/", "").split("/"));
    }
  });

  it("declares every name in a path as a parameter of the path", () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const { parameters } of Object.values(methods)) {
        expect(
          parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name),
        ).toEqual(names);
      }
    }
  });
});
