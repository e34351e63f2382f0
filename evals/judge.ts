import type { Actor } from "#core/actor.ts";
import type { Reply } from "./ask.ts";
import type { Case } from "./cases.ts";
import { matches } from "./compare/matches.ts";
import { type Row, runGold } from "./gold.ts";
import { faultsOfAction } from "./judge-action.ts";

/** `asked back`: a question, a refusal or an error where something else was right; a miss that misleads nobody. */
export const VERDICTS = ["right", "wrong", "asked back"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Judged {
  readonly case: Case;
  readonly reply: Reply;
  readonly verdict: Verdict;
  readonly why: string;
  /** What the gold gives, for showing it beside the reply. */
  readonly gold: readonly Row[];
}

export async function judge(actor: Actor, asked: Case, reply: Reply, now: Date): Promise<Judged> {
  const { expect } = asked;
  const say = (verdict: Verdict, why = "", gold: readonly Row[] = []): Judged => ({
    case: asked,
    reply,
    verdict,
    why,
    gold,
  });
  const goldOf = (sql: string | null | undefined) => (sql ? runGold(actor, sql, now) : []);
  const gold = await goldOf(expect === "action" ? asked.targets_sql : asked.sql);
  if (reply.outcome !== expect) {
    const isMisleading = reply.outcome === "answer" || reply.outcome === "action";
    return say(isMisleading ? "wrong" : "asked back", reply.outcome, gold);
  }
  if (expect === "action") {
    const faults = faultsOfAction(asked, reply.action, gold);
    return say(faults.length === 0 ? "right" : "wrong", faults.join("; "), gold);
  }
  if (expect !== "answer") return say("right");
  // Talk is an answer without rows, and must not pass for the answer "there are none".
  if (reply.sql === null && reply.rows.length === 0) return say("wrong", "no rows, no query", gold);
  const columns = asked.columns ?? [];
  const ordered = asked.ordered ?? false;
  for (const sql of [asked.sql, ...(asked.alt_sql ?? [])]) {
    if (!sql) continue;
    const rows = sql === asked.sql ? gold : await goldOf(sql);
    if (
      rows.length === reply.count &&
      matches({ rows, columns, ordered, sql }, reply.rows, reply.columns)
    )
      return say("right", "", gold);
  }
  return say("wrong", `${gold.length} rows were right, ${reply.count} came`, gold);
}
