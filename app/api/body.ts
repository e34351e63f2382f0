import type { z } from "zod";
import { Invalid } from "#core/errors.ts";

/** The JSON body of a request. @throws Invalid naming the first wrong field. */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.output<S>> {
  const body: unknown = await request.json().catch((cause: unknown) => {
    throw new Invalid("The body is not JSON.", { cause });
  });
  const parsed = schema.safeParse(body);
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
