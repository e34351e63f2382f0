import { z } from "zod";
import { staleNotes } from "#domain/sync/status/stale-notes.ts";
import { Answer } from "#query/answer.ts";
import { Query } from "#query/query.ts";
import { runQuery } from "#query/run.ts";
import { defineTool } from "./define.ts";

export const queryFleet = defineTool({
  name: "query_fleet",
  title: "Ask the fleet's data",
  description:
    "Answers a question about the fleet by a typed query over the views: lists, counts, sums, averages, rankings, comparisons of periods, presence or absence of related rows. Every member is checked against the catalogue; an unknown one is an error that names what exists.",
  input: z.object({
    query: Query,
    assumptions: z.array(z.string().max(300)).max(10).default([]).meta({
      description: "What was assumed in reading the question, a sentence each",
    }),
  }),
  output: Answer,
  scope: "sims:read",
  effect: "read",
  route: { method: "POST", path: "/api/v1/query" },
  run: async ({ actor, input }) => {
    const answer = await runQuery(actor, input.query, { assumptions: input.assumptions });
    const stale = await staleNotes(actor);
    return stale.length > 0 ? { ...answer, stale } : answer;
  },
});
