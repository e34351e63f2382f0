import { RotateCcw } from "lucide-react";
import { SignInAgain } from "#app/components/auth/sign-in-again.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

/** Of these, asking again gets the same answer. */
const FINAL_STATUSES: readonly unknown[] = [400, 403, 404];

interface LoadFailedProps {
  /** "The SIMs could not be loaded" */
  readonly title: string;
  readonly error: Error & { readonly status?: number };
  readonly retry: () => unknown;
  readonly className?: string;
}

/** What stands in the place of something that could not be read. */
export function LoadFailed({ title, error, retry, className }: LoadFailedProps) {
  const isFinal = FINAL_STATUSES.includes(error.status);
  return (
    <Notice
      tone={isFinal ? "info" : "critical"}
      title={title}
      className={className}
      actions={
        error.status === 401 ? (
          <SignInAgain />
        ) : isFinal ? null : (
          <Button size="sm" onClick={() => void retry()}>
            <RotateCcw aria-hidden />
            Try again
          </Button>
        )
      }
    >
      {error.message}
    </Notice>
  );
}
