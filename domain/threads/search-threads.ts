import { z } from "zod";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { requirePerson, type Thread, threadOf } from "./thread.ts";

const MAX_HITS = 50;
const MAX_WORDS = 12;
/** Characters that no text of a conversation needs. */
const [BEGIN, END] = ["\u0001", "\u0002"];

interface SnippetPiece {
  readonly text: string;
  readonly isHit: boolean;
}

export interface ThreadHit extends Thread {
  /** The message in which the words stand; null where only the title has them. */
  readonly messageId: string | null;
  readonly snippet: readonly SnippetPiece[];
}

const Found = z.object({ message_id: z.string().nullable(), snippet: z.string().nullable() });

/**
 * The person's conversations with all of these words, or their beginnings, in the title or in one
 * message, in whichever version. Those named so come first, then the latest.
 */
export async function searchThreads(actor: Actor, text: string): Promise<ThreadHit[]> {
  requirePerson(actor);
  const words = text.toWellFormed().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const query = words
    .slice(0, MAX_WORDS)
    .map((word) => `${word}:*`)
    .join(" & ");
  return asActor(actor, async (sql) => {
    const rows = await sql`
      with asked as (select to_tsquery('pg_catalog.simple', ${query}) as query),
      said as (
        select distinct on (m.thread_id) m.thread_id, m.id, m.content
        from store.messages m, asked where m.words @@ asked.query
        order by m.thread_id, ts_rank(m.words, asked.query) desc, m.position desc
      ),
      found as (
        select t.id, t.title, t.status, t.updated_at, said.id as message_id, said.content,
          store.words_of(t.title) @@ asked.query as is_named
        from asked cross join store.threads t left join said on said.thread_id = t.id
        where t.title is not null
          and (said.id is not null or store.words_of(t.title) @@ asked.query)
        order by is_named desc, t.updated_at desc, t.id limit ${MAX_HITS}
      )
      select found.*, ts_headline('pg_catalog.simple', store.said_in(content), asked.query,
          ${`StartSel=${BEGIN}, StopSel=${END}, MaxWords=24, MinWords=16`}) as snippet
      from found, asked order by is_named desc, updated_at desc, id`;
    return rows.map(hitOf);
  });
}

function hitOf(row: unknown): ThreadHit {
  const { message_id, snippet } = Found.parse(row);
  return { ...threadOf(row), messageId: message_id, snippet: piecesOf(snippet ?? "") };
}

function piecesOf(snippet: string): SnippetPiece[] {
  return snippet
    .replaceAll("**", "")
    .split(BEGIN)
    .flatMap((piece, index) => {
      const [hit = "", rest = ""] = index === 0 ? ["", piece] : piece.split(END);
      return [
        { text: hit, isHit: true },
        { text: rest, isHit: false },
      ];
    })
    .filter(({ text }) => text !== "");
}
