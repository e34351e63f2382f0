"use client";

import { History, SquarePen } from "lucide-react";
import Link from "next/link";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { useThreads } from "./use-threads.ts";

interface ConversationBarProps {
  readonly threadId: string;
  readonly onOpenList: () => void;
}

/** Where the list of conversations has no room: its button, the title, a new conversation. */
export function ConversationBar({ threadId, onOpenList }: ConversationBarProps) {
  const { threads } = useThreads();
  const title = threads.find((thread) => thread.id === threadId)?.title;
  return (
    <div className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-2 lg:hidden">
      <Button look="ghost" size="icon" aria-label="Conversations" onClick={onOpenList}>
        <History aria-hidden />
      </Button>
      <span className="min-w-0 flex-1 truncate text-center text-sm font-medium">
        {title ?? "New conversation"}
      </span>
      <Link
        href="/chat"
        aria-label="New conversation"
        className={buttonStyle({ look: "ghost", size: "icon" })}
      >
        <SquarePen aria-hidden />
      </Link>
    </div>
  );
}
