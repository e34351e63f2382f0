import { ArrowRight } from "lucide-react";
import type { ChangePreview } from "#domain/changes/change.ts";
import { Fact } from "./fact.tsx";

/** What of each row changes, one line a field. */
export function FromTo({ fields }: { fields: ChangePreview["from_to"] }) {
  return fields.map(({ field, from, to }) => (
    <Fact key={field} name={field}>
      <span className="inline-flex flex-wrap items-baseline gap-x-2">
        {from === null ? null : <span>{from}</span>}
        {from === null || to === null ? null : (
          <>
            <ArrowRight aria-hidden className="size-3.5 shrink-0 self-center text-muted" />
            <span className="sr-only">becomes</span>
          </>
        )}
        {to === null ? null : <strong className="font-semibold break-words">{to}</strong>}
      </span>
    </Fact>
  ));
}
