import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModel } from "ai";
import type { Actor } from "#core/actor.ts";
import { type Config, config } from "#core/config.ts";
import { Upstream } from "#core/errors.ts";
import { loadPlanner, type PlannerTurn } from "./planner-model.ts";

export interface ChosenModel {
  readonly model: LanguageModel;
  /** The built-in planner needs no instructions and reads whole results; nothing leaves this process. */
  readonly isPlanner: boolean;
}

/** Whether answers are the built-in planner's, whose every figure is computed. */
export function isPlannerChosen(): boolean {
  return config().model.name === "planner";
}

/**
 * The model that `SIMON_MODEL` names, for a turn of a conversation.
 *
 * @throws Upstream with what to set when its key or address is missing.
 */
export async function chooseModel(actor: Actor, turn: PlannerTurn): Promise<ChosenModel> {
  const settings = config().model;
  if (isPlannerChosen()) {
    return { model: await loadPlanner(actor, turn), isPlanner: true };
  }
  return { model: languageModel(settings), isPlanner: false };
}

function languageModel(settings: Config["model"]): LanguageModel {
  const [provider, modelId] = splitOnce(settings.name);
  const baseURL = settings.baseUrl;
  switch (provider) {
    case "openai": {
      const apiKey =
        settings.apiKey ?? settings.openaiApiKey ?? missing(settings, "OPENAI_API_KEY");
      return createOpenAI({ apiKey, ...(baseURL ? { baseURL } : {}) })(modelId);
    }
    case "anthropic": {
      const apiKey =
        settings.apiKey ?? settings.anthropicApiKey ?? missing(settings, "ANTHROPIC_API_KEY");
      return createAnthropic({ apiKey, ...(baseURL ? { baseURL } : {}) })(modelId);
    }
    default:
      return createOpenAICompatible({
        name: "openai-compatible",
        baseURL: baseURL ?? missing(settings, "SIMON_MODEL_BASE_URL"),
        includeUsage: true,
        ...(settings.apiKey ? { apiKey: settings.apiKey } : {}),
      })(modelId);
  }
}

function missing(settings: Config["model"], variable: string): never {
  throw new Upstream(
    `The language model is not set up: SIMON_MODEL is ${settings.name}, but ${variable} is missing. ` +
      "Set it and start again, or set SIMON_MODEL=planner, which needs no key.",
  );
}

/** `"openai-compatible:qwen3:8b"` → `["openai-compatible", "qwen3:8b"]`. */
function splitOnce(name: string): [provider: string, modelId: string] {
  const colon = name.indexOf(":");
  return [name.slice(0, colon), name.slice(colon + 1)];
}
