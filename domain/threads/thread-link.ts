import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, hasScope, SCOPES, type Scope } from "#core/actor.ts";
import { wallNow } from "#core/clock.ts";
import { Conflict, Forbidden, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { storable } from "#db/storable.ts";
import { recordAudit } from "#domain/audit/record-audit.ts";
import { readable, readMessages } from "./load-messages.ts";
import { type ChatMessage, lockThread, requirePerson } from "./thread.ts";

export interface ThreadLink {
  readonly id: string;
  /** ISO 8601: the conversation is shown as it stood then. */
  readonly madeAt: string;
}

export interface LinkedThread extends ThreadLink {
  readonly title: string;
  /** E-mail. */
  readonly madeBy: string;
  readonly isOwn: boolean;
  readonly messages: readonly ChatMessage[];
}

const LinkRow = z
  .object({ id: z.string(), made_at: z.date() })
  .transform(({ id, made_at }) => ({ id, madeAt: made_at.toISOString() }));
const LinkedRow = z.object({
  title: z.string(),
  made_by: z.string(),
  user_id: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  messages: z.array(z.looseObject({ id: z.string(), role: z.string() })),
});

/**
 * Makes the conversation, as it stands, readable to members of the organisation who are given the link.
 * One link a conversation: made again, it shows what was said since.
 *
 * @param scopesOf What a reader's role must hold to see these messages.
 * @throws Conflict when nothing was said yet.
 */
export async function linkThread(
  actor: Actor,
  threadId: string,
  scopesOf: (messages: readonly ChatMessage[]) => Scope[],
): Promise<ThreadLink> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const { title } = await lockThread(sql, threadId);
    const messages = (await readMessages(sql, threadId)).map(withoutOpinions);
    if (title === null || messages.length === 0) throw new Conflict("Nothing was said here yet.");
    const scopes = scopesOf(messages);
    const [row] = await sql`
      insert into store.thread_links (id, thread_id, made_by, title, messages, scopes, made_at)
      values (${randomBytes(16).toString("base64url")}, ${threadId}, ${actor.name}, ${title},
        ${storable(messages)}::text::jsonb, ${scopes}::text[], ${wallNow()})
      on conflict (organization_id, user_id, thread_id) do update
      set title = excluded.title, messages = excluded.messages, scopes = excluded.scopes,
        made_at = excluded.made_at
      returning id, made_at`;
    await recordAudit(sql, actor, {
      action: "conversation.share",
      resourceType: "conversation",
      resourceId: threadId,
      changes: { messages: messages.length },
    });
    return LinkRow.parse(row);
  });
}

/** The link of one's own conversation, if there is one. */
export async function linkOf(actor: Actor, threadId: string): Promise<ThreadLink | null> {
  requirePerson(actor);
  return asActor(actor, async (sql) => {
    const [row] = await sql`
      select id, made_at from store.thread_links
      where thread_id = ${threadId} and user_id = ${actor.userId}`;
    return row ? LinkRow.parse(row) : null;
  });
}

/** From now on the link leads nowhere; one that is not there is no error. */
export async function withdrawLink(actor: Actor, threadId: string): Promise<void> {
  requirePerson(actor);
  await asActor(actor, async (sql) => {
    const [gone] = await sql`
      delete from store.thread_links
      where thread_id = ${threadId} and user_id = ${actor.userId} returning 1`;
    if (!gone) return;
    await recordAudit(sql, actor, {
      action: "conversation.unshare",
      resourceType: "conversation",
      resourceId: threadId,
      changes: {},
    });
  });
}

/**
 * What a link shows to a member of its organisation.
 *
 * @throws NotFound also where it was withdrawn or belongs to another organisation.
 * @throws Forbidden when it holds what the reader's role may not see.
 */
export async function readLink(actor: Actor, linkId: string): Promise<LinkedThread> {
  requirePerson(actor);
  const [row] = await asActor(
    actor,
    (sql) => sql`
      select id, made_at, title, made_by, user_id, scopes, messages
      from store.thread_links where id = ${linkId}`,
  );
  if (!row) {
    throw new NotFound(
      "This link leads nowhere: it was withdrawn, or it belongs to another organisation.",
    );
  }
  const { title, made_by, user_id, scopes, messages } = LinkedRow.parse(row);
  const missing = scopes.filter((scope) => !hasScope(actor, scope));
  if (missing.length > 0) {
    throw new Forbidden(
      `This conversation shows what your role may not see (${missing.join(", ")}). Ask ${made_by} for what you need of it.`,
    );
  }
  return {
    ...LinkRow.parse(row),
    title,
    madeBy: made_by,
    isOwn: user_id === actor.userId,
    messages: await Promise.all(
      messages.map(({ id, role, ...rest }) => readable(id, role, { id, role, ...rest })),
    ),
  };
}

/** What its person thought of an answer is theirs. */
function withoutOpinions({ metadata, ...message }: ChatMessage): ChatMessage {
  const { rating: _, ...rest } = metadata ?? {};
  return { ...message, metadata: rest };
}
