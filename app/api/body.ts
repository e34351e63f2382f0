import type { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { readText } from "./read-text.ts";

const MAX_BODY_BYTES = 1024 * 1024;

/** The JSON body of a request. @throws Invalid naming the first wrong field, TooLarge */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  { maxBytes = MAX_BODY_BYTES } = {},
): Promise<z.output<S>> {
  const parsed = schema.safeParse(parseJson(await readText(request, maxBytes)));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  const [first] = issues;
  throw new Invalid(first?.path ? `${first.path}: ${first.message}` : "The body is not right.", {
    details: { issues },
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Invalid("The body is not JSON.", { cause });
  }
}
