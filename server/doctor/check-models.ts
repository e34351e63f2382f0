import { z } from "zod";
import { config } from "#core/config.ts";
import { type OfferedModel, offeredModels, PLANNER } from "#domain/models/offered-models.ts";
import { bad, type Finding, good, notice } from "./finding.ts";

const TIMEOUT_MS = 5_000;
const SHOWN_MODELS = 8;
const ADDRESSES: Readonly<Record<string, string>> = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com/v1",
};

/** Whether each model's key is there and its address answers; asks nothing that costs money. */
export function checkModels(): Promise<Finding[]> {
  return Promise.all(offeredModels().filter(isNamed).map(checkModel));
}

/** The planner stands in reserve where language models are named. */
function isNamed({ name }: OfferedModel): boolean {
  return config().model.names.includes(name);
}

async function checkModel(offered: OfferedModel): Promise<Finding> {
  const { name, provider, modelId, apiKey: key, baseUrl, missing } = offered;
  if (name === PLANNER) return good("Questions are understood by the built-in planner; no key");
  if (missing)
    return bad(`SIMON_MODEL names ${name}, and ${missing} is not set.`, `Set ${missing}.`);
  const address = baseUrl ?? ADDRESSES[provider];
  try {
    const response = await fetch(`${address}/models`, {
      headers: key
        ? { authorization: `Bearer ${key}`, "x-api-key": key, "anthropic-version": "2023-06-01" }
        : {},
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const { status } = response;
    if (status === 401 || status === 403)
      return bad(`${name}: the key is refused.`, "Make a new key at the provider and set it.");
    if (status < 400) return checkName(name, modelId, await namesIn(response));
    return notice(`${name}: ${address}/models answers ${status}`, "Ask a question to see.");
  } catch {
    return bad(
      `${name}: ${address} does not answer.`,
      "Check the address and the network, or set SIMON_MODEL=planner.",
    );
  }
}

/** Not every gateway lists its models; where there is a list, the chosen one should be in it. */
function checkName(name: string, model: string, offered: readonly string[]): Finding {
  // Ollama says "llama3:latest" where "llama3" will do; Anthropic takes names without their date
  const isOffered = offered.some(
    (one) => one === model || one.startsWith(`${model}:`) || one.startsWith(`${model}-`),
  );
  if (isOffered) return good(`${name} answers, takes the key and has the model`);
  if (offered.length === 0) return good(`${name} answers and takes the key`);
  const shown = offered.slice(0, SHOWN_MODELS).join(", ");
  return bad(`${name}: there is no such model.`, `Set SIMON_MODEL to one that is there: ${shown}.`);
}

const Models = z.object({
  data: z.array(z.object({ id: z.string() })),
  has_more: z.boolean().optional(), // then what is missing may be on the next page
});

async function namesIn(response: Response): Promise<string[]> {
  const models = Models.safeParse(await response.json().catch(() => null));
  if (!models.success || models.data.has_more) return [];
  return models.data.data.map(({ id }) => id);
}
