import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { type Actor, hasScope } from "#core/actor.ts";
import { Conflict, Forbidden, Internal, Invalid, SimonError } from "#core/errors.ts";
import { issueSentence, issueWords } from "#core/issue-words.ts";
import { log } from "#core/log.ts";
import { recordDenial } from "#domain/audit/record-denial.ts";
import type { Origin } from "#domain/changes/propose.ts";
import type { Progress, Tool } from "./define.ts";
import { type LimitState, takeFromLimit } from "./rate-limit.ts";

interface Options {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** False for what a question or a turn, which was counted, calls to be answered. */
  readonly isCounted?: boolean | undefined;
  /** Of an effect: the words that asked for it, the caller's idempotency key. */
  readonly origin?: Origin | undefined;
  /** Told where the caller stands, whatever becomes of the call. */
  readonly onLimit?: ((state: LimitState) => void) | undefined;
}

/** The input, or how to read it: what a caller sends is read only while they are within their limit. */
type Input = unknown | (() => Promise<unknown>);

/**
 * The one way to use a tool, for every door: count the call in the caller's limit (first, so that calls
 * that fail are not free); parse the input, check the scope; run; parse the output. An effect only
 * proposes: people approve it elsewhere. A denial's audit row is written here, a proposal's with it.
 *
 * @throws SimonError never anything else, and never a driver's or a provider's text.
 */
export async function callTool<I extends z.ZodObject, O extends z.ZodObject>(
  actor: Actor,
  tool: Tool<I, O>,
  input: Input,
  { signal, onProgress, isCounted = true, onLimit, origin = {} }: Options = {},
): Promise<z.output<O>> {
  const startedAt = performance.now();
  try {
    if (isCounted) {
      await takeFromLimit(actor, tool.effect === "read" ? "reads" : "effects", onLimit);
    }
    const parsed = parseInput(tool, typeof input === "function" ? await input() : input);
    await requireScope(actor, tool);
    const output = await tool.run({ actor, input: parsed, signal, onProgress, origin });
    return parseOutput(tool, output);
  } catch (error) {
    throw signal?.aborted ? cancelled(error, tool.name) : toSimonError(error, tool.name, actor);
  } finally {
    log().debug(
      { tool: tool.name, channel: actor.channel, ms: performance.now() - startedAt },
      "tool",
    );
  }
}

function parseInput<I extends z.ZodObject>(tool: Tool<I>, input: unknown): z.output<I> {
  const parsed = tool.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: issueWords(issue),
  }));
  const [first] = parsed.error.issues;
  throw new Invalid(first ? issueSentence(first) : "Bad input", { details: { issues } });
}

async function requireScope(actor: Actor, tool: Tool): Promise<void> {
  if (hasScope(actor, tool.scope)) return;
  if (tool.effect !== "read") await recordDenial(actor, { of: "tool", id: tool.name });
  throw new Forbidden(`${tool.title} needs the permission ${tool.scope}, which you do not have.`, {
    details: { scope: tool.scope },
  });
}

function parseOutput<O extends z.ZodObject>(
  tool: Tool<z.ZodObject, O>,
  output: unknown,
): z.output<O> {
  const parsed = tool.output.safeParse(output);
  if (parsed.success) return parsed.data;
  throw new Error(`the output of ${tool.name} is not what it declares`, { cause: parsed.error });
}

/** Whatever else went wrong meanwhile is nobody's answer, but not lost. */
function cancelled(cause: unknown, tool: string): Conflict {
  log().debug({ err: cause, tool }, "tool cancelled");
  return new Conflict("The call was cancelled before it was done.", { cause });
}

/** A failure that we did not foresee is logged under an id, and only the id leaves. */
function toSimonError(error: unknown, tool: string, { organizationId }: Actor): SimonError {
  if (error instanceof SimonError && !(error instanceof Internal)) return error;
  const id = randomUUID();
  log().error(
    {
      err: error,
      cause: error instanceof Error ? error.cause : undefined,
      id,
      tool,
      organizationId,
    },
    "tool failed",
  );
  return new Internal(`Something went wrong on our side. Quote ${id} when you ask for help.`, {
    cause: error,
    details: { id },
  });
}
