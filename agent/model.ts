import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModel } from "ai";
import type { Actor } from "#core/actor.ts";
import { Upstream } from "#core/errors.ts";
import { modelOf } from "#domain/models/model-of.ts";
import { type OfferedModel, PLANNER } from "#domain/models/offered-models.ts";
import { loadPlanner, type PlannerTurn } from "./planner-model.ts";

export interface AnsweringModel {
  /** As `SIMON_MODEL` names it. */
  readonly name: string;
  readonly model: LanguageModel;
  /**
   * The built-in planner needs no instructions and reads whole results; its every figure is computed, and nothing
   * leaves this process.
   */
  readonly isPlanner: boolean;
}

/**
 * The model that answers in the actor's organisation, for a turn of a conversation.
 *
 * @throws Upstream with what to set when its key or address is missing.
 */
export async function answeringModel(actor: Actor, turn: PlannerTurn): Promise<AnsweringModel> {
  const offered = await modelOf(actor);
  const { name } = offered;
  if (name === PLANNER) return { name, model: await loadPlanner(actor, turn), isPlanner: true };
  return { name, model: languageModel(offered), isPlanner: false };
}

function languageModel({ name, provider, modelId, apiKey, baseUrl, missing }: OfferedModel) {
  if (missing) {
    throw new Upstream(
      `The language model is not set up: SIMON_MODEL is ${name}, but ${missing} is missing. ` +
        "Set it and start again, or choose the built-in planner under Settings, Model, which needs no key.",
    );
  }
  const access = { ...(apiKey ? { apiKey } : {}), ...(baseUrl ? { baseURL: baseUrl } : {}) };
  switch (provider) {
    case "openai":
      return createOpenAI(access)(modelId);
    case "anthropic":
      return createAnthropic(access)(modelId);
    default:
      return createOpenAICompatible({
        name: "openai-compatible",
        baseURL: baseUrl ?? "",
        includeUsage: true,
        ...(apiKey ? { apiKey } : {}),
      })(modelId);
  }
}
