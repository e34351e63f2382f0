import type { Change } from "#domain/changes/change.ts";
import { PreviewFacts } from "./preview-facts.tsx";

/** What a person saw when deciding, folded away. */
export function Decided({ change }: { change: Change }) {
  const wasApproved = change.state !== "rejected" && change.state !== "expired";
  return (
    <details className="px-4 py-3">
      <summary className="text-muted marker:text-muted hover:text-fg">
        {wasApproved ? "What was approved" : "What was proposed"}
      </summary>
      <dl className="mt-1">
        <PreviewFacts change={change} />
      </dl>
    </details>
  );
}
