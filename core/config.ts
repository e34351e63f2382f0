import { resolve } from "node:path";
import { z } from "zod";
import type { CallLimits } from "./actor.ts";
import { parseBytes } from "./bytes.ts";
import { forgetProcessWide, processWide } from "./process-state.ts";

const text = z.string().trim().min(1);
const flag = z.enum(["0", "1", "true", "false"]).transform((v) => v === "1" || v === "true");
const positiveInteger = z.coerce.number().int().positive();

/** Parts with commas between, each of the same form. */
function list(form: RegExp, message: string) {
  return z
    .string()
    .transform((value) => value.split(",").map((part) => part.trim()))
    .refine((parts) => parts.every((part) => form.test(part)), message);
}

/** US dollars for a million tokens read and written. */
interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

function toPrice(text: string): TokenPrice {
  const [input = 0, output = 0] = text.split("/").map(Number);
  return { input, output };
}

/** Every variable that Simon reads; `.env.example` explains each. */
const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: text.default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  SIMON_URL: z.url().optional(),
  SIMON_DATA_DIR: text.default(".simon"),
  SIMON_NOW: z.iso
    .datetime({ offset: true })
    .transform((v) => new Date(v))
    .optional(),
  SIMON_DEMO: flag.optional(),
  SIMON_SECRET: z.string().min(32, "at least 32 characters").optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_ADMIN_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SIMON_MODEL: list(
    /^(planner|(openai|anthropic|openai-compatible):.+)$/,
    'must be "planner", "openai:MODEL", "anthropic:MODEL" or "openai-compatible:MODEL", or several with commas between',
  ).default(["planner"]),
  SIMON_MODEL_BASE_URL: z.url().optional(),
  SIMON_MODEL_API_KEY: text.optional(),
  OPENAI_API_KEY: text.optional(),
  ANTHROPIC_API_KEY: text.optional(),
  SIMON_MODEL_TIMEOUT_SECONDS: positiveInteger.default(60),
  SIMON_MODEL_PRICES: list(
    /^\d+(\.\d+)?\/\d+(\.\d+)?$/,
    "must be two prices such as 2.50/10, for each language model",
  )
    .transform((prices) => prices.map(toPrice))
    .default([]),
  SIMON_RATE_LIMIT_READS_PER_MINUTE: positiveInteger.default(100),
  SIMON_RATE_LIMIT_EFFECTS_PER_MINUTE: positiveInteger.default(10),
  SIMON_RATE_LIMIT_PERSON_READS_PER_MINUTE: positiveInteger.default(1200),
  SIMON_RATE_LIMIT_PERSON_EFFECTS_PER_MINUTE: positiveInteger.default(60),
  SIMON_WORKER: flag.default(true),
  SIMON_LOOPBACK_PROVIDER: flag.optional(),
  SIMON_EMULATOR: flag.default(true),
  SIMON_MAX_UPLOAD: text.default("500MB").transform((value, context) => {
    const bytes = parseBytes(value);
    if (bytes !== null && bytes > 0) return bytes;
    context.addIssue({ code: "custom", message: "must be a size such as 500MB" });
    return z.NEVER;
  }),
  SIMON_API_KEY: text.optional(),
  SIMON_METRICS_TOKEN: z.string().min(16, "at least 16 characters").optional(),
  SIMON_METRICS_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  SIMON_DEVELOPER_TOOLS: flag.optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("warn"),
});

export interface Config {
  readonly environment: "development" | "production" | "test";
  readonly host: string;
  readonly port: number;
  /** Where people reach us; also the origin that a cookie-carrying POST must come from. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly fleetNow: Date | undefined;
  /** Whether to make the demo fleet and its account. */
  readonly demo: boolean;
  readonly secret: string | undefined;
  readonly database:
    | { readonly kind: "embedded" }
    | { readonly kind: "server"; readonly url: string; readonly adminUrl: string };
  readonly model: {
    /** Those that can answer; the first does where an organisation chose none. */
    readonly names: readonly string[];
    readonly baseUrl: string | undefined;
    readonly apiKey: string | undefined;
    readonly openaiApiKey: string | undefined;
    readonly anthropicApiKey: string | undefined;
    readonly timeoutMs: number;
    /** By the model's name. */
    readonly prices: ReadonlyMap<string, TokenPrice>;
  };
  /** Of an API key that has none of its own, and of an OAuth client. */
  readonly callLimits: CallLimits;
  /** Of a person who is signed in: all that their pages send together. */
  readonly personLimits: CallLimits;
  /** Whether the server works on approved changes itself; `npm run worker` does in any case. */
  readonly worker: boolean;
  /** Whether a connection may lead to this machine itself, as to an emulator. */
  readonly loopbackProvider: boolean;
  /** Whether the demo's organisation is connected to an emulator of 1NCE in the server's process. */
  readonly emulator: boolean;
  readonly maxUploadBytes: number;
  /** With which `simon mcp` calls a running Simon. */
  readonly mcpApiKey: string | undefined;
  /** What opens /api/metrics; nothing does where there is none. */
  readonly metricsToken: string | undefined;
  /** Where `npm run worker` gives its own metrics. */
  readonly metricsPort: number | undefined;
  readonly logLevel: string;
  /** Whether owners with the scope may look at what is of the installation, not of their organisation. */
  readonly developerTools: boolean;
}

export class ConfigError extends Error {}

/** Throws `ConfigError` with one line per wrong variable; values are never repeated in it. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ""),
  );
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigError(`The configuration is not usable:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  const demo = env.SIMON_DEMO ?? env.DATABASE_URL === undefined;
  return {
    environment: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.SIMON_URL?.replace(/\/$/, ""),
    dataDir: resolve(env.SIMON_DATA_DIR),
    fleetNow: env.SIMON_NOW,
    demo,
    secret: env.SIMON_SECRET,
    database: env.DATABASE_URL
      ? {
          kind: "server",
          url: env.DATABASE_URL,
          adminUrl: env.DATABASE_ADMIN_URL ?? env.DATABASE_URL,
        }
      : { kind: "embedded" },
    model: {
      names: env.SIMON_MODEL,
      baseUrl: env.SIMON_MODEL_BASE_URL,
      apiKey: env.SIMON_MODEL_API_KEY,
      openaiApiKey: env.OPENAI_API_KEY,
      anthropicApiKey: env.ANTHROPIC_API_KEY,
      timeoutMs: env.SIMON_MODEL_TIMEOUT_SECONDS * 1000,
      prices: pricesOf(env.SIMON_MODEL, env.SIMON_MODEL_PRICES),
    },
    callLimits: {
      readsPerMinute: env.SIMON_RATE_LIMIT_READS_PER_MINUTE,
      effectsPerMinute: env.SIMON_RATE_LIMIT_EFFECTS_PER_MINUTE,
    },
    personLimits: {
      readsPerMinute: env.SIMON_RATE_LIMIT_PERSON_READS_PER_MINUTE,
      effectsPerMinute: env.SIMON_RATE_LIMIT_PERSON_EFFECTS_PER_MINUTE,
    },
    worker: env.SIMON_WORKER,
    loopbackProvider: env.SIMON_LOOPBACK_PROVIDER ?? demo,
    emulator: env.SIMON_EMULATOR && demo,
    maxUploadBytes: env.SIMON_MAX_UPLOAD,
    mcpApiKey: env.SIMON_API_KEY,
    metricsToken: env.SIMON_METRICS_TOKEN,
    metricsPort: env.SIMON_METRICS_PORT,
    logLevel: env.LOG_LEVEL,
    developerTools: env.SIMON_DEVELOPER_TOOLS ?? env.NODE_ENV !== "production",
  };
}

/** The prices stand in the order of the language models; the planner costs nothing. */
function pricesOf(names: readonly string[], prices: readonly TokenPrice[]) {
  const paid = names.filter((name) => name !== "planner");
  return new Map(paid.flatMap((name, index) => (prices[index] ? [[name, prices[index]]] : [])));
}

/** The configuration of this process, read once. */
export function config(): Config {
  return processWide("config", () => parseConfig(process.env));
}

/** For tests: read `environment` instead of the process's own. */
export function overrideConfig(environment: Record<string, string | undefined>): Config {
  forgetProcessWide("config");
  return processWide("config", () => parseConfig({ ...process.env, ...environment }));
}
