"use client";

import { RotateCcw } from "lucide-react";
import { PageState } from "./page-state.tsx";
import { Button } from "./ui/button.tsx";

export interface BrokenPageProps {
  /** `digest` is what the server's log calls it. */
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

/** What an error page says: what failed, what is safe, what to do, an id to quote. */
export function BrokenPage({ error, reset }: BrokenPageProps) {
  return (
    <PageState
      title="This page could not be shown"
      actions={
        <Button look="primary" onClick={reset}>
          <RotateCcw aria-hidden />
          Try again
        </Button>
      }
    >
      <p>Your data and conversations are safe. If it happens again, the database may be away.</p>
      {error.digest ? <p className="mt-2 font-mono text-sm">Reference {error.digest}</p> : null}
    </PageState>
  );
}
