import type { z } from "zod";
import { Invalid } from "#core/errors.ts";

/** @throws Invalid with the first thing that is wrong. */
export async function readJson<S extends z.ZodType>(
  request: Request,
  schema: S,
): Promise<z.output<S>> {
  const parsed = schema.safeParse(await request.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  const [first] = issues;
  throw new Invalid(
    first?.path ? `${first.path}: ${first.message}` : "The body is not as expected.",
    {
      details: { issues },
    },
  );
}
