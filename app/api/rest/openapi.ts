import { z } from "zod";
import type { Route, Tool } from "#tools/define.ts";
import { LIMIT_HEADERS } from "./limit-headers.ts";
import { operations } from "./operations.ts";
import { statusOf } from "./status.ts";

type JsonSchema = { properties?: Record<string, object>; required?: string[] } & Record<
  string,
  unknown
>;

let made: object | undefined;

/** OpenAPI 3.1, made from the registry: what a tool declares is what is published. */
export function openApiDocument(): object {
  made ??= makeDocument();
  return made;
}

function makeDocument(): object {
  const paths: Record<string, Record<string, object>> = {};
  const shared: Shared = {};
  for (const tool of operations) {
    for (const [n, route] of [tool.route, ...(tool.aliases ?? [])].entries()) {
      const id = n === 0 ? tool.name : `${tool.name}_alias_${n}`;
      paths[route.path] = {
        ...paths[route.path],
        [route.method.toLowerCase()]: operation(tool, route, id, shared),
      };
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Simon",
      version: "1",
      description:
        "Fleets of IoT SIM cards: lists, questions in plain words, usage and quotas. Bytes are bytes; 1 MB is 1024² bytes; days are UTC. Reads and effects are limited a minute, each by itself; the headers of every answer say what is left.",
    },
    security: [{ apiKey: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key of the organisation" },
        session: { type: "apiKey", in: "cookie", name: "better-auth.session_token" },
      },
      headers: LIMIT_HEADERS,
      responses: { Limited: LIMITED },
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

const problemContent = {
  "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
};

const headers = Object.fromEntries(
  Object.keys(LIMIT_HEADERS).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);

const LIMITED = {
  description: "Too many calls in this minute",
  headers: {
    ...headers,
    "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } },
  },
  content: problemContent,
};

const FILE = {
  description: "Where the file is, with the same key, where the input asked for one",
  headers: { ...headers, Location: { schema: { type: "string" } } },
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "The same key with the same request gets the same answer again and proposes nothing twice; with another request it is a conflict.",
  schema: { type: "string", maxLength: 200 },
};

function operation(tool: Tool, route: Route, id: string, shared: Shared): object {
  const input = schemaOf(tool.input, "input", shared);
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const hasBody = route.method !== "GET" && route.method !== "DELETE";
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
    operationId: id,
    summary: tool.title,
    description: `${tool.description} Needs the scope ${tool.scope}. Counts as ${tool.effect === "read" ? "a read" : "an effect"}.`,
    parameters: tool.effect === "read" ? parameters : [...parameters, IDEMPOTENCY_KEY],
    ...(hasBody
      ? { requestBody: { required: true, content: json(withoutPath(input, inPath)) } }
      : {}),
    responses: {
      [statusOf(tool)]: {
        description: tool.title,
        headers,
        content: json(schemaOf(tool.output, "output", shared)),
      },
      ...(tool.effect === "read" && tool.redirect ? { 303: FILE } : {}),
      429: { $ref: "#/components/responses/Limited" },
      default: { description: "What was wrong, and what to do", headers, content: problemContent },
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
