import { getToolName, isToolUIPart } from "ai";
import { z } from "zod";
import { SCOPES, type Scope } from "#core/actor.ts";
import { Forbidden, Invalid } from "#core/errors.ts";
import { findKind } from "#domain/changes/kinds.ts";
import type { ChatMessage } from "#domain/threads/thread.ts";
import { CATALOGUE } from "#query/catalogue.ts";
import { Query, VIEWS, type View } from "#query/query.ts";
import { validate } from "#query/validate.ts";
import { allTools } from "#tools/registry.ts";

const Asked = z.object({ query: Query });
const ToldChange = z.object({ tool: z.string().optional() });
const Told = ToldChange.extend({ changes: z.array(ToldChange).optional() });

/** Of tools whose results hold more for whoever may see more. */
const MORE: Readonly<Record<string, readonly Scope[]>> = { sim_connectivity: ["sms:read"] };

/** What a role must hold to get the results that stand in these messages by itself. */
export function scopesShown(messages: readonly ChatMessage[]): Scope[] {
  const needed = new Set<Scope>();
  for (const part of messages.flatMap(({ parts }) => parts)) {
    if (!isToolUIPart(part)) continue;
    const name = getToolName(part);
    const scopes = [
      ...scopesOfInput(name, part.input),
      ...scopesOfChanges(part.input),
      ...scopesOfChanges(part.output),
    ];
    for (const scope of scopes) needed.add(scope);
  }
  return SCOPES.filter((scope) => needed.has(scope));
}

function scopesOfInput(name: string, input: unknown): readonly Scope[] {
  const tool = allTools.find((candidate) => candidate.name === name);
  const own = tool ? [tool.scope, ...(MORE[name] ?? [])] : [];
  if (name === "run_sql") return [...own, ...scopesOfText(JSON.stringify(input))];
  const asked = Asked.safeParse(input);
  return asked.success ? [...own, ...scopesOfQuery(asked.data.query)] : own;
}

/** Rather one too many: what only names a view may not read it, and with the escapes of SQL it may name any. */
function scopesOfText(text: string): Scope[] {
  const said = text.toLowerCase();
  const isEscaped = said.includes("u&");
  return VIEWS.filter((view) => isEscaped || said.includes(view)).flatMap(scopesOfView);
}

function scopesOfView(view: View): Scope[] {
  const { scope, members } = CATALOGUE[view];
  return [scope, ...Object.values(members).flatMap((member) => member.scope ?? [])];
}

/** What it takes to read the changes that are proposed or told of, such as the text of a message. */
function scopesOfChanges(value: unknown): Scope[] {
  const told = Told.safeParse(value);
  if (!told.success) return [];
  return [told.data, ...(told.data.changes ?? [])].flatMap(
    ({ tool = "" }) => findKind(tool)?.saysNeeds ?? [],
  );
}

/** Those without which the query is refused, or has fewer columns; of one that is not valid (any more), of all it names. */
function scopesOfQuery(query: Query): Scope[] {
  try {
    const whole = columnsOf(query, SCOPES);
    return SCOPES.filter((scope) => {
      const others = SCOPES.filter((other) => other !== scope);
      return columnsOf(query, others) !== whole;
    });
  } catch (error) {
    if (error instanceof Invalid) return scopesOfText(JSON.stringify(query));
    throw error;
  }
}

function columnsOf(query: Query, scopes: readonly Scope[]): string | null {
  try {
    return JSON.stringify(validate(query, { scopes: new Set(scopes) }));
  } catch (error) {
    if (error instanceof Forbidden) return null;
    throw error;
  }
}
