"use client";

import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { sendJson } from "#app/lib/api.ts";
import type { Answer } from "#query/answer.ts";
import type { Query } from "#query/query.ts";

interface Asked {
  readonly answer: Answer;
  readonly query: Query | null;
}

/** An answer whose query the reader may change part by part, each change asked at once, in place. */
export function useChangedAnswer(given: Asked) {
  const [changed, setChanged] = useState<Asked | null>(null);
  const { submit, isBusy, problem } = useSubmit(async (query: Query) => {
    const answer = await sendJson<Answer>("POST", "/api/v1/query", { query });
    if (answer) setChanged({ answer, query });
  });
  return {
    ...(changed ?? given),
    isChanged: changed !== null,
    isBusy,
    problem,
    change: submit,
    restore: () => setChanged(null),
  };
}

export type ChangedAnswer = ReturnType<typeof useChangedAnswer>;
