"use client";

import { useState } from "react";
import { RequestFailed } from "#app/lib/api.ts";

const UNFORESEEN = "Something went wrong in this page. Load it again and try once more.";

/** One request at a time, with the sentence to show where it failed. */
export function useSubmit<A extends readonly unknown[]>(send: (...args: A) => Promise<void>) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (...args: A): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setProblem(null);
    try {
      await send(...args);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  return { submit, isBusy, problem };
}

/** The sentence for the person; what is no refusal of the server is a fault of ours, and goes to the console too. */
export function problemOf(error: unknown): string {
  if (error instanceof RequestFailed) return error.message;
  console.error(error);
  return UNFORESEEN;
}
