import { ConfigError } from "#core/config.ts";
import { SimonError } from "#core/errors.ts";
import { log } from "#core/log.ts";
import { notOpened } from "./not-opened.ts";

/** What a command that failed says: a sentence, and how it is called where its options were wrong. */
export function explainCommand(error: unknown, usage: string): string {
  if (error instanceof SimonError || error instanceof ConfigError) return error.message;
  if (error instanceof TypeError && String(Reflect.get(error, "code")).startsWith("ERR_PARSE_ARGS"))
    return `${error.message}\n\n${usage}`;
  const closed = notOpened(error);
  if (closed) return closed.message;
  log().fatal({ err: error }, "a command failed");
  return "Something went wrong on our side; the reason stands above.";
}
