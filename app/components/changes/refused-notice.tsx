import { TriangleAlert } from "lucide-react";

/** Why the last thing that the person did here did not count. Stays while the card moves on. */
export function RefusedNotice({ sentence }: { sentence: string | null }) {
  return (
    <div role="alert" className="empty:hidden">
      {sentence ? (
        <p className="flex items-start gap-2 bg-attention-soft px-4 py-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-attention" />
          {sentence}
        </p>
      ) : null}
    </div>
  );
}
