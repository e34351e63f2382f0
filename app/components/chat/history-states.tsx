"use client";

import Link from "next/link";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";

export function HistoryLoading() {
  return (
    <div
      role="status"
      aria-label="Loading the conversation"
      className="mx-auto flex w-full max-w-conversation flex-col gap-5 px-4 pt-8"
    >
      <Skeleton className="h-9 w-2/5 self-end rounded-xl" />
      <Skeleton className="h-4 w-3/5" />
      <Skeleton className="h-72 w-full rounded-lg" />
    </div>
  );
}

export function HistoryMissing() {
  return (
    <Centered>
      <Notice
        title="This conversation does not exist"
        actions={
          <Link href="/chat" className={buttonStyle({ size: "sm" })}>
            New conversation
          </Link>
        }
      >
        It was deleted, or it belongs to somebody else.
      </Notice>
    </Centered>
  );
}

export function HistoryFailed({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <Centered>
      <LoadFailed title="The conversation could not be loaded" error={error} retry={retry} />
    </Centered>
  );
}

function Centered({ children }: { children: React.ReactNode }) {
  return <div className="mx-auto w-full max-w-conversation px-4 pt-8">{children}</div>;
}
