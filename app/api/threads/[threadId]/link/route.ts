import { scopesShown } from "#agent/scopes-shown.ts";
import { withActor } from "#app/api/door.ts";
import { linkOf, linkThread, withdrawLink } from "#domain/threads/thread-link.ts";

interface Parameters extends Record<string, string> {
  threadId: string;
}

export const GET = withActor<Parameters>(async (_request, actor, { threadId }) =>
  Response.json({ link: await linkOf(actor, threadId) }),
);

/** Makes the link, or brings what it shows up to date. */
export const PUT = withActor<Parameters>(async (_request, actor, { threadId }) =>
  Response.json({ link: await linkThread(actor, threadId, scopesShown) }),
);

export const DELETE = withActor<Parameters>(async (_request, actor, { threadId }) => {
  await withdrawLink(actor, threadId);
  return Response.json({ link: null });
});
