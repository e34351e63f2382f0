import { randomUUID } from "node:crypto";
import type { Request, ScriptedProvider } from "#agent/testing/scripted-provider.ts";
import type { RunningSimon } from "../../scripts/throwaway-simon.ts";
import { signIn } from "./sign-in.ts";

/** Of a table, a chart and a number in turn, as conversations are. */
const QUERIES = [
  { from: "sims", columns: ["sims.iccid", "sims.label", "sims.customer"], limit: 10 },
  {
    from: "sims",
    groupBy: [{ member: "sims.customer" }],
    measures: [{ as: "sims", measure: { agg: "count" } }],
  },
  { from: "sims", measures: [{ as: "sims", measure: { agg: "count" } }] },
];

/** A conversation of so many messages, half of them answers with a result. Answers its id. */
export async function makeConversation(
  simon: RunningSimon,
  provider: ScriptedProvider,
  messages: number,
): Promise<string> {
  const cookie = await signIn(simon);
  const threadId = randomUUID();
  for (let turn = 0; turn < messages / 2; turn++) {
    const query = QUERIES[turn % QUERIES.length];
    provider.script((asked) =>
      hasResult(asked)
        ? { text: "That is what the fleet shows." }
        : { call: "query_fleet", input: { query } },
    );
    const answer = await fetch(`${simon.url}/api/chat`, {
      method: "POST",
      headers: { cookie, origin: simon.url, "content-type": "application/json" },
      body: JSON.stringify({
        id: threadId,
        trigger: "submit-message",
        message: {
          id: randomUUID(),
          role: "user",
          parts: [{ type: "text", text: `Question ${turn + 1}: what does the fleet show?` }],
        },
      }),
    });
    if (!answer.ok) throw new Error(`/api/chat: ${answer.status} ${await answer.text()}`);
    await answer.text();
  }
  return threadId;
}

function hasResult({ messages }: Request): boolean {
  return messages.at(-1)?.role === "tool";
}
