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

type Matcher = (method: string, pathname: string) => Match;

/** A part of a path: a word as it stands, or the name of an input. */
type Part = { readonly word: string } | { readonly name: string };

interface Candidate {
  readonly tool: Tool;
  readonly route: Route;
  readonly parts: readonly Part[];
}

/**
 * Finds the tool of a path. A path without a name in it goes before one with.
 *
 * @throws (the matcher) NotFound for an unknown path, MethodNotAllowed for a known one with another method.
 */
export function matcherOf(operations: readonly Tool[]): Matcher {
  const candidates = operations
    .flatMap((tool) => [tool.route, ...(tool.aliases ?? [])].map((route) => ({ tool, route })))
    .map((one): Candidate => ({ ...one, parts: partsOf(one.route.path) }))
    .sort((a, b) => namesIn(a) - namesIn(b));
  const byLength = Map.groupBy(candidates, ({ parts }) => parts.length);

  return (method, pathname) => {
    const actual = pathname.split("/");
    const matches = (byLength.get(actual.length) ?? []).filter(({ parts }) => fits(parts, actual));
    const match = matches.find(({ route }) => route.method === method);
    if (match) return { ...match, pathInput: inputOf(match.parts, actual) };
    if (matches.length === 0)
      throw new NotFound(`There is nothing at ${pathname}. See /api/v1/openapi.json.`);
    const allowed = [...new Set(matches.map(({ route }) => route.method))].join(", ");
    throw new MethodNotAllowed(`${pathname} takes ${allowed}, not ${method}.`);
  };
}

function partsOf(template: string): Part[] {
  return template.split("/").map((word) => {
    const name = /^\{(\w+)\}$/.exec(word)?.[1];
    return name === undefined ? { word } : { name };
  });
}

function namesIn({ parts }: Candidate): number {
  return parts.filter((part) => "name" in part).length;
}

function fits(parts: readonly Part[], actual: readonly string[]): boolean {
  return parts.every((part, index) => "name" in part || part.word === actual[index]);
}

function inputOf(parts: readonly Part[], actual: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap((part, index) =>
      "name" in part ? [[part.name, decode(actual[index] ?? "")]] : [],
    ),
  );
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Invalid(`${part} in the path is not a URL-encoded text.`);
  }
}
