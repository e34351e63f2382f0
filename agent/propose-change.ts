import { type JSONSchema7, jsonSchema, type ModelMessage, tool } from "ai";
import { z } from "zod";
import { type Actor, hasScope } from "#core/actor.ts";
import { Conflict, Forbidden, Invalid } from "#core/errors.ts";
import { Query } from "#query/query.ts";
import { callTool } from "#tools/call.ts";
import { type EffectTool, isEffect, type ToolOutput } from "#tools/define.ts";
import { exportSims } from "#tools/export-sims.ts";
import { generateReport } from "#tools/generate-report.ts";
import { queryFleet } from "#tools/query-fleet.ts";
import { allTools } from "#tools/registry.ts";

const sentence = z.string().trim().min(1).max(2000);

/** The ways of saying which rows: `targets` stands for them. */
const CHOICES = new Set(["iccid", "iccids", "ids", "query", "import_id"]);

const ProposeChangeInput = z.object({
  tool: z
    .string()
    .regex(/^[a-z][a-z0-9_]{1,39}$/, "must be snake_case")
    .meta({ description: `What would be done. ${effectsAsText()}` }),
  input: z.record(z.string(), z.unknown()).default({}).meta({
    description: "The tool's input, without which rows",
  }),
  targets: z.union([z.array(z.string().max(200)).max(1000), Query]).meta({
    description:
      "The ids (ICCIDs; or alert, ticket, rule or anomaly ids), or a query whose rows carry iccid or id",
  }),
  meant: Query.optional().meta({
    description: "All rows that are meant, where targets leaves out those that are so already",
  }),
  summary: sentence,
  assumptions: z.array(sentence).max(10).default([]),
});
type ProposeChangeInput = z.infer<typeof ProposeChangeInput>;

/** What a model reads of it: the shape of a query stands at query_fleet already. */
const PROPOSE_CHANGE_SCHEMA = z.toJSONSchema(
  ProposeChangeInput.omit({ meant: true }).extend({
    targets: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).meta({
      description:
        "The ids (ICCIDs; or alert, ticket, rule or anomaly ids), or a query as query_fleet takes it, whose rows carry iccid or id",
    }),
  }),
  { io: "input", target: "draft-7" },
) as JSONSchema7; // zod types its own dialect of the same standard

export interface ProposedChange {
  readonly tool: string;
  readonly input: Record<string, unknown>;
  readonly summary: string;
  readonly assumptions: string[];
  readonly target_count: number;
  /** At most 1,000. */
  readonly targets: string[];
  /** The change that waits for a decision; null where none was kept. */
  readonly change_id: string | null;
  /** Why none was kept: nothing to do, or nothing that can be carried out here. */
  readonly problem?: string;
  /** The file, where one was asked for: that changes nothing and needs no decision. */
  readonly download?: ToolOutput<typeof exportSims>;
  /** The report, where one was asked for: that changes nothing either. */
  readonly report?: ToolOutput<typeof generateReport>;
}

/** States a change that the person asked for. It is kept for people to decide on, and never carried out here. */
export function proposeChangeTool(actor: Actor, { isKept }: { isKept: boolean }) {
  return tool({
    description:
      "State a change to SIMs, alerts, tickets or anomalies that the person asked for, with the rows that it would change. Nothing is carried out: a person approves it.",
    inputSchema: jsonSchema<ProposeChangeInput>(PROPOSE_CHANGE_SCHEMA, {
      validate: (value) => {
        const parsed = ProposeChangeInput.safeParse(value);
        return parsed.success
          ? { success: true, value: parsed.data }
          : { success: false, error: parsed.error };
      },
    }),
    execute: async (input, { abortSignal, messages }): Promise<ProposedChange> => {
      if (isKept && input.tool === exportSims.name) return exported(actor, input, abortSignal);
      if (isKept && input.tool === generateReport.name) return reported(actor, input, abortSignal);
      if (!hasScope(actor, "sims:write")) {
        throw new Forbidden(
          "Your role may look, but not change the fleet. Ask an operator or an owner.",
        );
      }
      const effect = allTools.find(({ name }) => name === input.tool);
      if (isKept && input.tool === "import_sims") return byFile(input);
      return isKept && effect && isEffect(effect)
        ? keep(actor, effect, input, messages)
        : tell(actor, input, abortSignal);
    },
  });
}

async function keep(
  actor: Actor,
  effect: EffectTool,
  change: ProposeChangeInput,
  messages: readonly ModelMessage[],
): Promise<ProposedChange> {
  const { tool: name, input, targets, meant, summary, assumptions } = change;
  const told = { tool: name, input, summary, assumptions };
  const said = messages.filter(({ role }) => role === "user").map(textOf);
  try {
    const { approval, preview } = await callTool(
      actor,
      effect,
      { ...input, ...chosen(effect, meant ?? targets) },
      { origin: { words: said.at(-1), said: said.join("\n") } },
    );
    return { ...told, targets: [], target_count: preview.target_count, change_id: approval.id };
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { ...told, targets: [], target_count: 0, change_id: null, problem: error.message };
  }
}

/** A list is loaded from a file, where a person sees what is wrong with which row. */
function byFile({ tool: name, input, summary, assumptions }: ProposeChangeInput): ProposedChange {
  const problem = "Drop the file under Load data: it is checked there row by row, and you load it.";
  return {
    tool: name,
    input,
    summary,
    assumptions,
    targets: [],
    target_count: 0,
    change_id: null,
    problem,
  };
}

async function exported(
  actor: Actor,
  { tool: name, input, targets, meant, summary, assumptions }: ProposeChangeInput,
  signal: AbortSignal | undefined,
): Promise<ProposedChange> {
  const rows = meant ?? targets;
  const query = Array.isArray(rows)
    ? {
        from: "sims",
        columns: ["sims.iccid"],
        where: { member: "sims.iccid", op: "in", values: rows },
      }
    : rows;
  const download = await callTool(actor, exportSims, { ...input, query }, { signal });
  const told = { tool: name, input, summary, assumptions, change_id: null, download };
  return { ...told, targets: [], target_count: download.row_count };
}

async function reported(
  actor: Actor,
  { tool: name, input, summary, assumptions }: ProposeChangeInput,
  signal: AbortSignal | undefined,
): Promise<ProposedChange> {
  const report = await callTool(actor, generateReport, input, { signal });
  const told = { tool: name, input, summary, assumptions, change_id: null, report };
  return { ...told, targets: [], target_count: 0 };
}

/** The rows in the form that the tool takes them; a tool of no rows takes none. */
function chosen(
  effect: EffectTool,
  targets: ProposeChangeInput["targets"],
): Record<string, unknown> {
  const { shape } = effect.input;
  if (!Array.isArray(targets)) return "query" in shape ? { query: targets } : {};
  if ("iccids" in shape) return { iccids: targets };
  return "ids" in shape ? { ids: targets } : {};
}

/** What would be changed, where nothing is kept of it. */
async function tell(
  actor: Actor,
  { tool: name, input, targets, summary, assumptions }: ProposeChangeInput,
  signal: AbortSignal | undefined,
): Promise<ProposedChange> {
  const told = { tool: name, input, summary, assumptions, change_id: null };
  if (Array.isArray(targets)) return { ...told, targets, target_count: targets.length };
  const answer = await callTool(
    actor,
    queryFleet,
    { query: targets },
    { signal, isCounted: false },
  );
  return { ...told, targets: idsOf(answer.rows), target_count: answer.row_count };
}

function idsOf(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map((row) => {
    const id = row.iccid ?? row.id;
    if (id === undefined || id === null) {
      throw new Invalid("targets: the query's rows must carry iccid or id.");
    }
    return String(id);
  });
}

function textOf({ content }: ModelMessage): string {
  if (typeof content === "string") return content;
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
}

/** "set_sim_status {status}, …": what can be carried out, and what each needs. */
function effectsAsText(): string {
  const effects = allTools.filter((each) => isEffect(each) && each.name !== "import_sims");
  const said = effects.map(({ name, input }) => {
    const fields = Object.keys(input.shape).filter((field) => !CHOICES.has(field));
    return fields.length > 0 ? `${name} {${fields.join(", ")}}` : name;
  });
  return `One of: ${said.join(", ")}.`;
}
