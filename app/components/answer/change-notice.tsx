import { Undo2 } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import type { ChangedAnswer } from "./use-changed-answer.ts";

/** Says that the card no longer shows what was asked but what the reader made of it, and leads back. */
export function ChangeNotice({ asked }: { asked: ChangedAnswer }) {
  const { answer, isChanged, isBusy, problem, restore } = asked;
  return (
    <div role="status" className="text-sm empty:hidden">
      {problem ? <p className="px-4 py-2 text-critical">{problem}</p> : null}
      {isChanged || isBusy ? (
        <p className="flex flex-wrap items-center gap-2 px-4 py-2">
          <span className="min-w-0 flex-1">
            {isBusy ? "Asking again …" : `Changed: ${answer.interpretation}.`}
            {isBusy ? null : (
              <span className="block text-muted">
                The sentence above and what you ask next are of the question as it was asked.
              </span>
            )}
          </span>
          {isChanged ? (
            <Button look="ghost" size="sm" onClick={restore}>
              <Undo2 aria-hidden />
              As asked
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
