import { config } from "#core/config.ts";

export const PLANNER = "planner";

/** A model that can answer here, with what it takes to reach it. */
export interface OfferedModel {
  /** As `SIMON_MODEL` names it. */
  readonly name: string;
  readonly provider: string;
  /** As its provider names it. */
  readonly modelId: string;
  readonly apiKey: string | undefined;
  /** Undefined: the provider's own. */
  readonly baseUrl: string | undefined;
  /** The variable that has to be set before it can be asked. */
  readonly missing: string | null;
}

/** The models of `SIMON_MODEL` in their order; the planner, which needs nothing, is always one. */
export function offeredModels(): OfferedModel[] {
  const { names } = config().model;
  return (names.includes(PLANNER) ? names : [...names, PLANNER]).map(offeredModel);
}

function offeredModel(name: string): OfferedModel {
  const [provider, modelId] = splitOnce(name);
  const { apiKey: anyKey, baseUrl: anyUrl, openaiApiKey, anthropicApiKey } = ofAll(provider);
  const model = { name, provider, modelId, baseUrl: anyUrl };
  switch (provider) {
    case "openai":
      return withKey(model, anyKey ?? openaiApiKey, "OPENAI_API_KEY");
    case "anthropic":
      return withKey(model, anyKey ?? anthropicApiKey, "ANTHROPIC_API_KEY");
    case "openai-compatible":
      return { ...model, apiKey: anyKey, missing: anyUrl ? null : "SIMON_MODEL_BASE_URL" };
    default:
      return { ...model, apiKey: undefined, missing: null };
  }
}

/** One key and one address cannot be those of several providers: then they are the compatible server's. */
function ofAll(provider: string) {
  const { names, apiKey, baseUrl, ...keys } = config().model;
  const isOnly = names.filter((name) => name !== PLANNER).length <= 1;
  if (isOnly || provider === "openai-compatible") return { apiKey, baseUrl, ...keys };
  return { apiKey: undefined, baseUrl: undefined, ...keys };
}

function withKey(
  model: Omit<OfferedModel, "apiKey" | "missing">,
  apiKey: string | undefined,
  variable: string,
): OfferedModel {
  return { ...model, apiKey, missing: apiKey ? null : variable };
}

/** `"openai-compatible:qwen3:8b"` → `["openai-compatible", "qwen3:8b"]`. */
function splitOnce(name: string): [provider: string, modelId: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? [name, name] : [name.slice(0, colon), name.slice(colon + 1)];
}
