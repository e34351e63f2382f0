"use client";

import { usePathname, useRouter } from "next/navigation";
import { handQuestion } from "#app/lib/handed-question.ts";

const NEW_CONVERSATION = "/chat";

/** Has a new conversation answer a question, from any page. */
export function useAskChat(): (question: string) => void {
  const router = useRouter();
  const pathname = usePathname();
  return (question) => {
    handQuestion(question);
    // There it was taken already, and going there again would leave its answer.
    if (pathname !== NEW_CONVERSATION) router.push(NEW_CONVERSATION);
  };
}
