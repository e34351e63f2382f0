import { hasToolCall, isStepCount, ToolLoopAgent, type ToolSet } from "ai";
import type { Actor } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { ENDS_TURN } from "./conversation-tools.ts";
import { instructions } from "./instructions.ts";
import { type AnsweringModel, answeringModel } from "./model.ts";
import { agentTools } from "./tools.ts";

const MAX_STEPS = 8;
const MAX_RETRIES = 1;
const MAX_TURN_OVER_STEP = 4;

interface AgentOptions {
  /** IANA time zone of the person. */
  readonly zone: string;
  /** What is asked, with what was asked before: decides what of the catalogue a model reads. */
  readonly question: string;
  /** Whether a change that is asked for is kept for people to decide on, or only told. */
  readonly isKept: boolean;
}

interface FleetAgent extends Omit<AnsweringModel, "model"> {
  readonly agent: ToolLoopAgent<never, ToolSet>;
}

/** The agent that answers one actor: the model of their organisation in a loop with the tools of this actor. */
export async function fleetAgent(
  actor: Actor,
  { zone, question, isKept }: AgentOptions,
): Promise<FleetAgent> {
  const { model, ...chosen } = await answeringModel(actor, { zone, isKept });
  const { isPlanner } = chosen;
  const agent: FleetAgent["agent"] = new ToolLoopAgent({
    model,
    tools: agentTools(actor, { areResultsCut: !isPlanner, isKept }),
    stopWhen: [isStepCount(MAX_STEPS), ...ENDS_TURN.map((name) => hasToolCall(name))],
    maxRetries: MAX_RETRIES,
    // The caller says and logs what failed; the SDK would print the provider's text.
    onError: () => {},
    ...(isPlanner ? {} : { instructions: instructions(actor, zone, question) }),
  });
  return { agent, ...chosen };
}

/** A step is one call of the model and the tools that it asks for. */
export function turnTimeout(): { stepMs: number; totalMs: number } {
  const { timeoutMs } = config().model;
  return { stepMs: timeoutMs, totalMs: timeoutMs * MAX_TURN_OVER_STEP };
}
