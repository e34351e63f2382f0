import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { Invalid } from "#core/errors.ts";

export const PROFILES = [
  "steady",
  "weekly",
  "weekend-off",
  "trending",
  "level-shift",
  "intermittent",
  "bursty",
  "silent",
] as const;
export type Profile = (typeof PROFILES)[number];

export const INCIDENT_KINDS = [
  "spike",
  "drop",
  "silence",
  "stolen-sim",
  "roaming",
  "imei-change",
  "firmware-loop",
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

const word = z.string().trim().min(1);
const share = z.number().positive();

/** A list of named things, no name twice. */
function named<T extends z.ZodType<{ name: string }>>(entry: T) {
  return z
    .array(entry)
    .min(1)
    .refine((list) => new Set(list.map(({ name }) => name.toLowerCase())).size === list.length, {
      message: "two entries have the same name",
    });
}

const Vocabulary = z.object({
  organizations: named(z.object({ name: word, sims: z.number().int().positive() })),
  customers: named(
    z.object({
      name: word,
      share,
      device: word,
      tag: word,
      /** Typical traffic of one device; guessed from the words of `device` where absent. */
      daily_mb: z.tuple([z.number().positive(), z.number().positive()]).optional(),
    }),
  ),
  extra_tags: z.array(word).default([]),
  networks: z
    .array(
      z.object({
        country: z.string().regex(/^[A-Z]{2}$/, "must be two capital letters, such as DE"),
        operators: z.array(word).min(1),
        share,
      }),
    )
    .min(1),
  rate_plans: named(
    z.object({
      name: word,
      monthly_price: z.number().nonnegative(),
      currency: z.string().regex(/^[A-Z]{3}$/, "must be three capital letters, such as EUR"),
      included_mb: z.number().positive(),
      included_sms: z.number().int().nonnegative(),
      overage_price_per_mb: z.number().nonnegative(),
    }),
  ),
  usage_profiles: z
    .array(z.enum(PROFILES))
    .min(1)
    .default([...PROFILES]),
  incidents: z
    .object({
      kinds: z.array(z.enum(INCIDENT_KINDS)).default([...INCIDENT_KINDS]),
      share_of_sims: z.number().min(0).max(0.5),
    })
    .default({ kinds: [...INCIDENT_KINDS], share_of_sims: 0.06 }),
});
export type Vocabulary = z.infer<typeof Vocabulary>;
export type CustomerEntry = Vocabulary["customers"][number];
export type NetworkEntry = Vocabulary["networks"][number];
export type PlanEntry = Vocabulary["rate_plans"][number];

export const DEFAULT_VOCABULARY = resolve("db/fleet/demo-fleet.json");

/** @throws Invalid naming each wrong field. */
export function parseVocabulary(value: unknown, name = "The fleet file"): Vocabulary {
  const parsed = Vocabulary.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  const lines = issues.map(({ path, message }) => `  ${path || "(top)"}: ${message}`);
  throw new Invalid(`${name} cannot be used:\n${lines.join("\n")}`, { details: { issues } });
}

/** @throws Invalid when the file is missing, no JSON, or not of the shape of `demo-fleet.json`. */
export async function readVocabulary(path: string = DEFAULT_VOCABULARY): Promise<Vocabulary> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    throw new Invalid(`The fleet file ${path} cannot be read. Check the path.`, { cause });
  }
  try {
    return parseVocabulary(JSON.parse(text), `The fleet file ${path}`);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new Invalid(`The fleet file ${path} is not valid JSON.`, { cause });
  }
}
