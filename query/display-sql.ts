import type { Parameter } from "./compile/statement.ts";
import type { CompiledQuery } from "./compile.ts";

/** The statement with its values in place, for people to read and to copy. It is never run by us. */
export function displaySql({
  plainText,
  parameters,
}: Pick<CompiledQuery, "plainText" | "parameters">): string {
  return plainText.replaceAll(/\$(\d+)::[a-z]+/g, (placeholder, number: string) => {
    const parameter = parameters[Number(number) - 1];
    return parameter ? literal(parameter) : placeholder;
  });
}

function literal({ value, type }: Parameter): string {
  switch (type) {
    case "bigint":
      return String(value);
    case "numeric":
      return /^-?\d+(\.\d+)?$/.test(String(value)) ? String(value) : `numeric ${quoted(value)}`;
    case "boolean":
      return String(value);
    case "text":
      return quoted(value);
    default:
      return `${type} ${quoted(value)}`;
  }
}

function quoted(value: string | boolean): string {
  return `'${String(value).replaceAll("'", "''")}'`;
}
