import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import type { Tool } from "#tools/define.ts";
import type { RestRequest } from "./handle.ts";
import type { Match } from "./match.ts";

const MAX_BODY_BYTES = 1024 * 1024;

/** The tool's input from path, query string and JSON body; the tool's own schema checks it afterwards. */
export async function readInput(
  request: RestRequest,
  { tool, route, pathInput }: Match,
): Promise<unknown> {
  const query = fromQuery(tool, request.url.searchParams);
  const hasBody = route.method !== "GET" && route.method !== "DELETE";
  const body = hasBody ? await readJson(request) : {};
  return { ...query, ...body, ...pathInput };
}

type Shape = { type?: string; items?: Shape; anyOf?: Shape[] };

/** Strings become what the schema declares: numbers, booleans, lists (repeated or comma-separated), JSON objects. */
function fromQuery(tool: Tool, parameters: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  if (parameters.size === 0) return input;
  const shapes = shapesOf(tool);
  for (const name of new Set(parameters.keys())) {
    const shape = shapes[name];
    if (!shape) {
      const known = Object.keys(shapes).join(", ") || "none";
      throw new Invalid(`${name}: unknown parameter. Known: ${known}.`);
    }
    const values = parameters.getAll(name);
    input[name] =
      shape.type === "array"
        ? values.flatMap((value) => value.split(","))
        : convert(name, values[0] ?? "", shape);
  }
  return input;
}

const shapes = new WeakMap<Tool, Record<string, Shape>>();

function shapesOf(tool: Tool): Record<string, Shape> {
  const known = shapes.get(tool);
  if (known) return known;
  const schema = z.toJSONSchema(tool.input, { io: "input", unrepresentable: "any" });
  const made = (schema.properties ?? {}) as Record<string, Shape>;
  shapes.set(tool, made);
  return made;
}

function convert(name: string, value: string, { type }: Shape): unknown {
  if ((type === "integer" || type === "number") && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value);
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  if (type === "object") return parseObject(value, name);
  return value;
}

function parseObject(text: string, name: string): object {
  const body = parseJson(text, `${name}: this is not JSON.`);
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  throw new Invalid(`${name}: this must be a JSON object.`);
}

function parseJson(text: string, sentence: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Invalid(sentence, { cause });
  }
}

async function readJson(request: RestRequest): Promise<object> {
  const text = await request.readBody(MAX_BODY_BYTES);
  if (text.trim() === "") return {};
  const body = parseJson(text, "The body is not JSON.");
  if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  throw new Invalid("The body must be a JSON object.");
}
