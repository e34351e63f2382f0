"use client";

import { useEffect } from "react";
import { onHandedQuestion, takeHandedQuestion } from "#app/lib/handed-question.ts";

/** Asks what was left for a new conversation by the field of another page; taking it empties it. */
export function useHandedQuestion(ask: (question: string) => void): void {
  useEffect(() => {
    const take = () => {
      const question = takeHandedQuestion();
      if (question) ask(question);
    };
    take();
    return onHandedQuestion(take);
  }, [ask]);
}
