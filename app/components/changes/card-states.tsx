import { LoadFailed } from "#app/components/load-failed.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import type { RequestFailed } from "#app/lib/api.ts";

const FACTS = ["w-2/5", "w-3/5", "w-1/3", "w-1/2"];

/** A place in the card's shape until the change is there. */
export function ChangeLoading() {
  return (
    <Card className="divide-y divide-line" role="status" aria-label="Loading the change">
      <div className="flex flex-col gap-2 px-4 py-3">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-4 w-64" />
      </div>
      <div className="flex flex-col gap-3 px-4 py-3">
        {FACTS.map((width) => (
          <div key={width} className="flex gap-3">
            <Skeleton className="h-4 w-20" />
            <Skeleton className={`h-4 ${width}`} />
          </div>
        ))}
      </div>
      <div className="flex gap-2 px-4 py-3">
        <Skeleton className="h-9 w-36" />
        <Skeleton className="h-9 w-20" />
      </div>
    </Card>
  );
}

/** The change could not be read; what it did or will do is not touched by that. */
export function ChangeFailed({ error, retry }: { error: RequestFailed; retry: () => void }) {
  return <LoadFailed title="The change could not be loaded" error={error} retry={retry} />;
}
