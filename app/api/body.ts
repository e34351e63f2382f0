import type { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { issueSentence, issueWords } from "#core/issue-words.ts";
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
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: issueWords(issue),
  }));
  const [first] = parsed.error.issues;
  throw new Invalid(first?.path.length ? issueSentence(first) : "The body is not right.", {
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
