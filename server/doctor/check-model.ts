import { z } from "zod";
import { config } from "#core/config.ts";
import { bad, type Finding, good, notice } from "./finding.ts";

const TIMEOUT_MS = 5_000;
const SHOWN_MODELS = 8;
const ADDRESSES: Readonly<Record<string, string>> = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com/v1",
};

/** Whether the model's key is there and its address answers; asks nothing that costs money. */
export async function checkModel(): Promise<Finding> {
  const { name, apiKey, openaiApiKey, anthropicApiKey, baseUrl } = config().model;
  if (name === "planner") return good("Questions are understood by the built-in planner; no key");
  const provider = name.slice(0, name.indexOf(":"));
  const key = apiKey ?? { openai: openaiApiKey, anthropic: anthropicApiKey }[provider];
  const address = baseUrl ?? ADDRESSES[provider];
  if (!address) return bad(`SIMON_MODEL is ${name}`, "Set SIMON_MODEL_BASE_URL to its address.");
  if (!key && provider in ADDRESSES) {
    const variable = provider === "openai" ? "OPENAI_API_KEY" : "ANTHROPIC_API_KEY";
    return bad(`SIMON_MODEL is ${name}, and there is no key.`, `Set ${variable}.`);
  }
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
    if (status < 400) return checkName(name, provider, await namesIn(response));
    return notice(`${name}: ${address}/models answers ${status}`, "Ask a question to see.");
  } catch {
    return bad(
      `${name}: ${address} does not answer.`,
      "Check the address and the network, or set SIMON_MODEL=planner.",
    );
  }
}

/** Not every gateway lists its models; where there is a list, the chosen one should be in it. */
function checkName(name: string, provider: string, offered: readonly string[]): Finding {
  const model = name.slice(provider.length + 1);
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
