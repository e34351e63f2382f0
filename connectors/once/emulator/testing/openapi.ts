import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import type { Reply } from "./client.ts";

type Json = { [name: string]: unknown };

const FILES = [
  "1nce-authorization-openapi.json",
  "1nce-sim-management-openapi.json",
  "1nce-sim-management-v2-openapi.json",
  "1nce-order-management-openapi.json",
  "1nce-product-information-openapi.json",
  "1nce-support-management-openapi.json",
];

/** What the documents say of one operation, such as `GET /v2/sims/{iccid}`. */
export interface Operation {
  readonly name: string;
  readonly statuses: readonly number[];
  /** Why this answer is none that the document allows; empty where it is one. */
  violationsOf(reply: Reply): string[];
  /** Null where it describes no body. */
  readonly bodyViolations: ((body: unknown) => string[]) | null;
}

export function readOperations(folder: string): Map<string, Operation> {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const operations = new Map<string, Operation>();
  for (const file of FILES) {
    const document = closed(JSON.parse(readFileSync(join(folder, file), "utf8"))) as Json;
    ajv.addSchema(document, file);
    for (const [path, methods] of Object.entries(document.paths as Record<string, Json>)) {
      for (const [method, operation] of Object.entries(methods)) {
        if (method === "parameters") continue;
        const name = `${method.toUpperCase()} ${path}`;
        const at = ["paths", path, method];
        operations.set(name, operationOf(ajv, file, document, { name, at, operation }));
      }
    }
  }
  return operations;
}

function operationOf(
  ajv: Ajv,
  file: string,
  document: Json,
  { name, at, operation }: { name: string; at: string[]; operation: unknown },
): Operation {
  const { responses, requestBody } = operation as { responses: Json; requestBody?: Json };
  const check = (pointer: string[]): ValidateFunction =>
    ajv.compile({ $ref: `${file}#/${pointer.map(escaped).join("/")}` });
  const bodySchema = requestBody ? schemaAt(document, [...at, "requestBody"]) : null;
  return {
    name,
    statuses: Object.keys(responses).map(Number),
    bodyViolations: bodySchema && ((body) => errorsOf(check(bodySchema), body)),
    violationsOf: (reply) => {
      if (!responses[reply.status]) return [`${reply.status} is not documented`];
      const where = [...at, "responses", String(reply.status)];
      const schema = schemaAt(document, where);
      const missing = headersOf(document, where).filter(
        (header) => !/^(\d+|https?:\S+)$/.test(reply.headers.get(header) ?? ""),
      );
      return [
        ...missing.map((header) => `header ${header} is missing`),
        ...(schema === null
          ? reply.text === ""
            ? []
            : [`no body is documented; it is ${reply.text.slice(0, 80)}`]
          : errorsOf(check(schema), reply.json)),
      ];
    },
  };
}

/** Where the schema of a response or a request body stands; null where it has none. */
function schemaAt(document: Json, pointer: string[]): string[] | null {
  const { at, value } = resolved(document, pointer);
  const content = (value.content ?? {}) as Json;
  const type = Object.keys(content)[0];
  return type === undefined ? null : [...at, "content", type, "schema"];
}

function headersOf(document: Json, pointer: string[]): string[] {
  return Object.keys((resolved(document, pointer).value.headers ?? {}) as Json);
}

function resolved(document: Json, pointer: string[]): { at: string[]; value: Json } {
  const value = pointer.reduce<Json>((inside, part) => inside[part] as Json, document);
  const ref = value.$ref;
  return typeof ref === "string"
    ? resolved(document, ref.replace("#/", "").split("/"))
    : { at: pointer, value };
}

function errorsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/**
 * Every object schema that names its fields, with no others allowed: a misspelt field must not pass. It
 * also is the only reading in which `detail` of an event can match exactly one of its alternatives,
 * since each of them, left open, takes what the others describe.
 */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== "object") return value;
  const copy = Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "example" && name !== "examples")
      .map(([name, inner]) => [name, closed(inner)]),
  );
  const isObjectSchema = copy.properties !== undefined && !("$ref" in copy);
  return isObjectSchema ? { additionalProperties: false, ...copy } : copy;
}
