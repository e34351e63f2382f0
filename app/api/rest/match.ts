import { Invalid, NotFound, SimonError } from "#core/errors.ts";
import type { Route, Tool } from "#tools/define.ts";

export interface Match {
  readonly tool: Tool;
  readonly route: Route;
  readonly pathInput: Readonly<Record<string, string>>;
}

export class MethodNotAllowed extends SimonError {
  readonly code = "method_not_allowed";
  readonly status = 405;
}

/**
 * A path without a name in it goes before one with.
 *
 * @throws NotFound for an unknown path, MethodNotAllowed for a known one with another method.
 */
export function matchOperation(
  operations: readonly Tool[],
  method: string,
  pathname: string,
): Match {
  const matches = operations.flatMap((tool) =>
    [tool.route, ...(tool.aliases ?? [])].flatMap((route) => {
      const pathInput = matchPath(route.path, pathname);
      return pathInput ? [{ tool, route, pathInput }] : [];
    }),
  );
  if (matches.length === 0)
    throw new NotFound(`There is nothing at ${pathname}. See /api/v1/openapi.json.`);
  const match = matches
    .filter(({ route }) => route.method === method)
    .sort((a, b) => Object.keys(a.pathInput).length - Object.keys(b.pathInput).length)[0];
  if (match) return match;
  const allowed = [...new Set(matches.map(({ route }) => route.method))].join(", ");
  throw new MethodNotAllowed(`${pathname} takes ${allowed}, not ${method}.`);
}

function matchPath(template: string, pathname: string): Record<string, string> | null {
  const expected = template.split("/");
  const actual = pathname.split("/");
  if (expected.length !== actual.length) return null;
  const input: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== value) return null;
    } else {
      input[name] = decode(value);
    }
  }
  return input;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Invalid(`${part} in the path is not a URL-encoded text.`);
  }
}
