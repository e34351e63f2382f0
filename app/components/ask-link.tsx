"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "#app/lib/cn.ts";
import { handQuestion } from "#app/lib/handed-question.ts";

interface AskLinkProps {
  /** What a new conversation is asked. */
  readonly question: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Leads to the answer of a question. */
export function AskLink({ question, className, children }: AskLinkProps) {
  const router = useRouter();
  const ask = () => {
    handQuestion(question);
    router.push("/chat");
  };
  return (
    <button
      type="button"
      onClick={ask}
      title={question}
      className={cn("rounded-sm text-left hover:text-accent hover:underline", className)}
    >
      {children}
    </button>
  );
}
