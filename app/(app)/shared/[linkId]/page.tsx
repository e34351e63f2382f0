import { SharedConversation } from "#app/components/chat/shared-conversation.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { Forbidden, NotFound } from "#core/errors.ts";
import { readLink } from "#domain/threads/thread-link.ts";

export const metadata = { title: "Shared conversation" };

/** A conversation that a colleague gave the link of, to read. */
export default async function SharedPage({ params }: { params: Promise<{ linkId: string }> }) {
  const viewer = await requireViewer();
  const { linkId } = await params;
  try {
    return <SharedConversation linked={await readLink(viewer, linkId)} />;
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Forbidden)) throw error;
    return (
      <div className="mx-auto w-full max-w-conversation px-4 pt-8">
        <h1 className="sr-only">Shared conversation</h1>
        <Notice title="This conversation cannot be read here">{error.message}</Notice>
      </div>
    );
  }
}
