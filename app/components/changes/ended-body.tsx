"use client";

import { useRouter } from "next/navigation";
import { Button } from "#app/components/ui/button.tsx";
import { handQuestion } from "#app/lib/handed-question.ts";
import type { Change } from "#domain/changes/change.ts";
import { Decided } from "./decided.tsx";

/** A change that was never carried out: rejected, or nobody decided in time. */
export function EndedBody({ change }: { change: Change }) {
  const router = useRouter();
  const { words, state } = change;
  const askAgain = () => {
    handQuestion(words ?? "");
    router.push("/chat");
  };
  return (
    <>
      <div className="flex flex-col gap-2 px-4 py-3">
        {state === "expired" ? (
          <p>
            Nobody approved it in time. Nothing was changed.{" "}
            {words
              ? "Ask again to see it as things stand now."
              : "Propose it again where it began."}
          </p>
        ) : (
          <p>Nothing was changed.</p>
        )}
        {state === "expired" && words ? (
          <div>
            <Button onClick={askAgain}>Ask again</Button>
          </div>
        ) : null}
      </div>
      <Decided change={change} />
    </>
  );
}
