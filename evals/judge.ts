import type { Actor } from "#core/actor.ts";
import type { Reply } from "./ask.ts";
import type { Case } from "./cases.ts";
import { matches } from "./compare.ts";
import { runGold } from "./gold.ts";

export type Verdict = "right" | "wrong" | "asked back";

export interface Judged {
  readonly case: Case;
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly why: string;
}

/** Compares a reply with the gold. A question back, a refusal or an error instead of an answer is a miss, not a wrong answer. */
export async function judge(actor: Actor, asked: Case, reply: Reply, now: Date): Promise<Judged> {
  const say = (verdict: Verdict, why = ""): Judged => ({ case: asked, reply, verdict, why });
  if (asked.expect === "answer") {
    if (reply.outcome !== "answer")
      return say(
        reply.outcome === "action" ? "wrong" : "asked back",
        `${reply.outcome}: ${reply.text.slice(0, 300)}`,
      );
    for (const sql of [asked.sql ?? "", ...(asked.alt_sql ?? [])]) {
      const rows = await runGold(actor, sql, now);
      if (
        matches({ rows, columns: asked.columns ?? [], ordered: asked.ordered ?? false }, reply.rows)
      )
        return say("right");
    }
    const gold = await runGold(actor, asked.sql ?? "", now);
    return say(
      "wrong",
      `gold ${gold.length} rows ${JSON.stringify(gold.slice(0, 2))}; got ${reply.rows.length} ${JSON.stringify(reply.rows.slice(0, 2))} ${reply.text.slice(0, 900)}`,
    );
  }
  if (asked.expect === "action") {
    if (reply.outcome !== "action")
      return say(
        reply.outcome === "answer" ? "wrong" : "asked back",
        `${reply.outcome}: ${reply.text.slice(0, 300)}`,
      );
    return judgeAction(actor, asked, reply, now, say);
  }
  if (reply.outcome === asked.expect) return say("right");
  const harmless =
    reply.outcome === "clarify" || reply.outcome === "refuse" || reply.outcome === "error";
  return say(harmless ? "asked back" : "wrong", `${reply.outcome}: ${reply.text.slice(0, 400)}`);
}

async function judgeAction(
  actor: Actor,
  asked: Case,
  reply: Reply,
  now: Date,
  say: (verdict: Verdict, why?: string) => Judged,
): Promise<Judged> {
  const rows = await runGold(actor, asked.targets_sql ?? "", now);
  const gold = new Set(rows.map((row) => String(row.id ?? row.iccid ?? Object.values(row)[0])));
  const got = new Set(reply.targets ?? []);
  const missing = [...gold].filter((id) => !got.has(id));
  const extra = [...got].filter((id) => !gold.has(id));
  const input = JSON.stringify(reply.input ?? {});
  const lost = Object.entries(asked.arguments ?? {}).filter(
    ([, value]) => !input.includes(JSON.stringify(value)),
  );
  if (lost.length > 0) return say("wrong", `arguments ${JSON.stringify(lost)} are not in ${input}`);
  if (missing.length > 0)
    return say(
      "wrong",
      `${missing.length} of ${gold.size} targets are missing; ${extra.length} too many. ${reply.sql}`,
    );
  return extra.length > 0
    ? say("wrong", `${extra.length} targets too many of ${got.size}. ${reply.sql}`)
    : say("right");
}
