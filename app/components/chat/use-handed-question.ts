"use client";

import { useEffect, useRef } from "react";
import { takeHandedQuestion } from "#app/lib/handed-question.ts";

/** Asks what was left for a new conversation by the field of another page. */
export function useHandedQuestion(ask: (question: string) => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const question = takeHandedQuestion();
    if (question) latest.current(question);
  }, []);
}
