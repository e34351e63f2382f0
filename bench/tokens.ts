// What a language model reads before each answer, in tokens (o200k_base): with the parts of the catalogue
// that a question touches, against the whole catalogue, over a file of questions.
import { asSchema, type ToolSet } from "ai";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { instructions } from "#agent/instructions.ts";
import { agentTools } from "#agent/tools.ts";
import { systemActor } from "#core/actor.ts";
import { readCases } from "#evals/cases.ts";
import { describeCatalogue } from "#query/describe-catalogue.ts";

const file = process.argv[2] ?? "evals/questions/own.jsonl";
const actor = systemActor({ id: "bench", name: "Bench" });

const tools = countTokens(
  await definitions(agentTools(actor, { areResultsCut: true, isKept: true })),
);
const whole = countTokens(describeCatalogue({ scopes: actor.scopes }));
const cases = await readCases(file);
const counts = cases
  .map(({ question, context }) =>
    countTokens(instructions(actor, "UTC", [...context, question].join("\n"))),
  )
  .sort((a, b) => a - b);
const at = (share: number) => counts[Math.floor(share * (counts.length - 1))] ?? 0;

console.log(`${cases.length} questions of ${file}, tokens of o200k_base`);
console.log(`tool definitions     ${tools}`);
console.log(`instructions         p50 ${at(0.5)}  p95 ${at(0.95)}`);
console.log(`whole catalogue      ${whole}, which instructions would hold instead of its parts`);
console.log(`before an answer     p50 ${tools + at(0.5)}  p95 ${tools + at(0.95)}`);

async function definitions(set: ToolSet): Promise<string> {
  const texts = Object.entries(set).map(async ([name, { description, inputSchema }]) =>
    JSON.stringify({ name, description, parameters: await asSchema(inputSchema).jsonSchema }),
  );
  return (await Promise.all(texts)).join("\n");
}
