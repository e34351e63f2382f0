"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { Sheet } from "#app/components/ui/dialog.tsx";
import { OpenChatsProvider } from "./chats.tsx";
import { ConversationBar } from "./conversation-bar.tsx";
import { ThreadList } from "./thread-list/thread-list.tsx";
import { ThreadView } from "./thread-view.tsx";

/** The chat page: the address says which conversation; without one, a new conversation is begun. */
export function Workspace() {
  const pathname = usePathname();
  const [isListOpen, setIsListOpen] = useState(false);
  const { threadId, isNew } = useThreadOfPath(pathname);
  return (
    <OpenChatsProvider>
      <div className="flex h-full">
        <aside
          aria-label="Conversations"
          className="flex w-64 shrink-0 flex-col border-r border-line max-lg:hidden"
        >
          <ThreadList currentId={threadId} />
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <h1 className="sr-only">Chat</h1>
          <ConversationBar threadId={threadId} onOpenList={() => setIsListOpen(true)} />
          <div className="min-h-0 flex-1">
            <ThreadView key={threadId} threadId={threadId} isNew={isNew} />
          </div>
        </div>
      </div>
      <Sheet side="left" open={isListOpen} onOpenChange={setIsListOpen} title="Conversations">
        <ThreadList currentId={threadId} onLeave={() => setIsListOpen(false)} />
      </Sheet>
    </OpenChatsProvider>
  );
}

/**
 * A new conversation has its id from the start; its first message puts it into the address without
 * leaving the page, and the next visit to /chat begins another.
 */
function useThreadOfPath(pathname: string) {
  const fromPath = /^\/chat\/([^/]+)/.exec(pathname)?.[1];
  const [draft, setDraft] = useState(() => ({ id: crypto.randomUUID(), isUsed: false }));
  if (fromPath === draft.id && !draft.isUsed) setDraft({ ...draft, isUsed: true });
  if (fromPath === undefined && draft.isUsed) setDraft({ id: crypto.randomUUID(), isUsed: false });
  return { threadId: fromPath ?? draft.id, isNew: fromPath === undefined || fromPath === draft.id };
}
