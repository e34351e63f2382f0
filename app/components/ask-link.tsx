"use client";

import type { ReactNode } from "react";
import { cn } from "#app/lib/cn.ts";
import { useAskChat } from "./use-ask-chat.ts";

interface AskLinkProps {
  /** What a new conversation is asked. */
  readonly question: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to the answer of a question. */
export function AskLink({ question, className, children }: AskLinkProps) {
  const askChat = useAskChat();
  return (
    <button
      type="button"
      onClick={() => askChat(question)}
      title={question}
      className={cn("rounded-sm text-left hover:text-accent hover:underline", className)}
    >
      {children}
    </button>
  );
}
