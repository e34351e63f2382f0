import { z } from "zod";
import { Query } from "#query/query.ts";

type Json = Readonly<Record<string, unknown>>;

/** What costs tokens and tells a model little; the server checks it anyway. */
const DROPPED_EVERYWHERE = new Set([
  ...["$schema", "additionalProperties", "minItems", "maxItems"],
  ...["pattern", "minLength", "maxLength"],
]);
/** Of an answer a model needs the shape only, and of that what stands on the first levels. */
const DROPPED_OF_OUTPUT = new Set([
  ...["description", "title", "examples", "default", "format", "required", "propertyNames"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
]);

/**
 * An input's JSON Schema without what says nothing: bounds that are those of every integer, for one. A query
 * costs half the tokens of a normal day, so only the tool that is about queries spells it out.
 */
export function leanInput(schema: z.ZodObject, { spellsOutQueries = false } = {}): Json {
  const options = {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: object }) => {
      shortenMoment(jsonSchema);
      if (zodSchema !== Query || spellsOutQueries) return;
      for (const key of Object.keys(jsonSchema))
        delete (jsonSchema as Record<string, unknown>)[key];
      Object.assign(jsonSchema, { type: "object", description: "A query as query_fleet takes it" });
    },
  } as const;
  return lean(z.toJSONSchema(schema, options), (key, value) => {
    if (key === "$defs") return !spellsOutQueries;
    if (key === "minimum") return value === Number.MIN_SAFE_INTEGER;
    if (key === "maximum") return value === Number.MAX_SAFE_INTEGER;
    return false;
  });
}

/** A day or an instant takes as many tokens as five texts. */
function shortenMoment(schema: {
  anyOf?: readonly { readonly format?: string }[];
  type?: string;
  description?: string;
}): void {
  const formats = schema.anyOf?.map(({ format }) => format).join();
  if (formats !== "date,date-time") return;
  delete schema.anyOf;
  schema.type = "string";
  schema.description ??= "UTC day or instant";
}

/** The shape of an output, which lists that were cut and texts that were shortened have too. */
export function leanOutput(schema: z.ZodObject): Json {
  const shape = lean(z.toJSONSchema(schema, { io: "output", unrepresentable: "any" }), (key) =>
    DROPPED_OF_OUTPUT.has(key),
  );
  return upTo(OUTPUT_LEVELS, shape);
}

const OUTPUT_LEVELS = 2;

/** Without the properties of objects that stand deeper. */
function upTo(levels: number, schema: Json): Json {
  const { properties, ...rest } = nullable(schema);
  const inner = mapValues(rest, (value) => (isObject(value) ? upTo(levels, value) : value));
  if (!isObject(properties) || levels === 0) return inner;
  const deeper = (value: unknown) => upTo(levels - 1, value as Json);
  return { ...inner, properties: mapValues(properties, deeper) };
}

type IsDropped = (key: string, value: unknown) => boolean;

function lean(schema: unknown, isDropped: IsDropped): Json {
  return Object.fromEntries(
    Object.entries(schema as Json)
      .filter(([key, value]) => !DROPPED_EVERYWHERE.has(key) && !isDropped(key, value))
      .map(([key, value]) => [key, leanPart(key, value, isDropped)]),
  );
}

/** Names of properties are no keywords; enumerated values are no schemas. */
function leanPart(key: string, value: unknown, isDropped: IsDropped): unknown {
  if (key === "properties" || key === "$defs" || key === "patternProperties") {
    return mapValues(value as Json, (one) => lean(one, isDropped));
  }
  if (key === "enum" || key === "const" || key === "required" || key === "examples") return value;
  if (Array.isArray(value)) {
    return value.map((one) => (isObject(one) ? lean(one, isDropped) : one));
  }
  return isObject(value) ? lean(value, isDropped) : value;
}

/** `anyOf` of something and null, in the short form. */
function nullable(schema: Json): Json {
  const [one, none, ...more] = (schema.anyOf ?? []) as Json[];
  const isShort = none?.type === "null" && more.length === 0 && typeof one?.type === "string";
  if (!isShort || one.enum) return schema;
  return { ...one, type: [one.type, "null"] };
}

function mapValues(object: Json, map: (value: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
