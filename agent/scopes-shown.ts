import { getToolName, isToolUIPart } from "ai";
import { z } from "zod";
import { SCOPES, type Scope } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import type { ChatMessage } from "#domain/threads/thread.ts";
import { Query } from "#query/query.ts";
import { validate } from "#query/validate.ts";
import { allTools } from "#tools/registry.ts";

const Asked = z.object({ query: Query });

/** Of tools whose results hold more for whoever may see more. */
const MORE: Readonly<Record<string, readonly Scope[]>> = { sim_connectivity: ["sms:read"] };

/** What a role must hold to get the results that stand in these messages by itself. */
export function scopesShown(messages: readonly ChatMessage[]): Scope[] {
  const needed = new Set<Scope>();
  for (const part of messages.flatMap(({ parts }) => parts)) {
    if (!isToolUIPart(part)) continue;
    for (const scope of scopesOfPart(getToolName(part), part.input)) needed.add(scope);
  }
  return SCOPES.filter((scope) => needed.has(scope));
}

function scopesOfPart(name: string, input: unknown): readonly Scope[] {
  const tool = allTools.find((candidate) => candidate.name === name);
  const own = tool ? [tool.scope, ...(MORE[name] ?? [])] : [];
  if (name === "run_sql") return [...own, ...scopesOfSql(JSON.stringify(input))];
  const asked = Asked.safeParse(input);
  return asked.success ? [...own, ...scopesOfQuery(asked.data.query)] : own;
}

/** Rather one too many: a statement that only names a view may not read it. */
function scopesOfSql(text: string): Scope[] {
  return [
    ...(text.includes("audit_logs") ? ["audit:read" as const] : []),
    ...(text.includes("sms_messages") ? ["sms:read" as const] : []),
  ];
}

/** Those without which the query is refused, or has fewer columns. */
function scopesOfQuery(query: Query): Scope[] {
  const whole = columnsOf(query, SCOPES);
  return SCOPES.filter(
    (scope) =>
      columnsOf(
        query,
        SCOPES.filter((other) => other !== scope),
      ) !== whole,
  );
}

function columnsOf(query: Query, scopes: readonly Scope[]): string | null {
  try {
    return JSON.stringify(validate(query, { scopes: new Set(scopes) }));
  } catch (error) {
    if (error instanceof Forbidden) return null;
    throw error;
  }
}
