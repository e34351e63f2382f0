import type { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { issueSentence } from "#core/issue-words.ts";

/** What stands behind the `?` of a request. @throws Invalid naming the first wrong field */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Invalid(first ? issueSentence(first) : "The query is not right.");
}
