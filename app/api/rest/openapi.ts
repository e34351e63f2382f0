import { z } from "zod";
import type { Tool } from "#tools/define.ts";
import { operations } from "./operations.ts";

type JsonSchema = { properties?: Record<string, object>; required?: string[] } & Record<
  string,
  unknown
>;

/** OpenAPI 3.1, made from the registry: what a tool declares is what is published. */
export function openApiDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  const shared: Shared = {};
  for (const tool of operations) {
    paths[tool.route.path] ??= {};
    Object.assign(paths[tool.route.path] ?? {}, {
      [tool.route.method.toLowerCase()]: operation(tool, shared),
    });
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Simon",
      version: "1",
      description:
        "Fleets of IoT SIM cards: lists, questions in plain words, usage and quotas. Bytes are bytes; 1 MB is 1024² bytes; days are UTC.",
    },
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key of the organisation" },
        session: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
      schemas: { ...shared, Problem: PROBLEM },
    },
  };
}

const PROBLEM = {
  type: "object",
  description: "RFC 9457 problem details",
  required: ["title", "status", "code", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string", description: "What was wrong, and what to do" },
  },
};

function operation(tool: Tool, shared: Shared): object {
  const input = schemaOf(tool.input, "input", shared);
  const inPath = [...tool.route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const hasBody = tool.route.method !== "GET" && tool.route.method !== "DELETE";
  const { properties = {}, required = [] } = input;
  const parameters = Object.entries(properties)
    .filter(([name]) => inPath.includes(name) || !hasBody)
    .map(([name, schema]) => ({
      name,
      in: inPath.includes(name) ? "path" : "query",
      required: inPath.includes(name) || required.includes(name),
      schema,
    }));
  return {
    operationId: tool.name,
    summary: tool.title,
    description: `${tool.description} Needs the scope ${tool.scope}.`,
    parameters,
    ...(hasBody
      ? { requestBody: { required: true, content: json(withoutPath(input, inPath)) } }
      : {}),
    responses: {
      [tool.route.status ?? 200]: {
        description: tool.title,
        content: json(schemaOf(tool.output, "output", shared)),
      },
      default: {
        description: "What was wrong, and what to do",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

/** Schemas that refer to themselves, by name; filled as the tools' schemas are read. */
type Shared = Record<string, unknown>;

function schemaOf(schema: z.ZodObject, io: "input" | "output", shared: Shared): JsonSchema {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: "any" }));
  const {
    $schema: _,
    $defs,
    ...rest
  } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'));
  Object.assign(shared, $defs);
  return rest;
}

function withoutPath(schema: JsonSchema, inPath: readonly string[]): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).filter(
    ([name]) => !inPath.includes(name),
  );
  const required = (schema.required ?? []).filter((name) => !inPath.includes(name));
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(required.length ? { required } : {}),
  };
}

function json(schema: object) {
  return { "application/json": { schema } };
}
