import { config } from "#core/config.ts";
import { bad, type Finding, good, notice } from "./finding.ts";

const TIMEOUT_MS = 5_000;
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
    const { status } = await fetch(`${address}/models`, {
      headers: key
        ? { authorization: `Bearer ${key}`, "x-api-key": key, "anthropic-version": "2023-06-01" }
        : {},
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (status === 401 || status === 403)
      return bad(`${name}: the key is refused.`, "Make a new key at the provider and set it.");
    if (status < 400) return good(`${name} answers and takes the key`);
    return notice(`${name}: ${address}/models answers ${status}`, "Ask a question to see.");
  } catch {
    return bad(
      `${name}: ${address} does not answer.`,
      "Check the address and the network, or set SIMON_MODEL=planner.",
    );
  }
}
