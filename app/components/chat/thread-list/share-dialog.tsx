"use client";

import { useState } from "react";
import useSWR from "swr";
import { Instant } from "#app/components/instant.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson, sendJson } from "#app/lib/api.ts";
import type { ThreadLink } from "#domain/threads/thread-link.ts";

interface ShareDialogProps {
  readonly threadId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Shared {
  readonly link: ThreadLink | null;
}

/** Makes, copies and withdraws the link by which members of the organisation read a conversation. */
export function ShareDialog({ threadId, open, onClose }: ShareDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Share this conversation"
      description="Members of your organisation who have the link can read it as it stands now. What you ask later is not in it; nobody outside can open it."
    >
      <div className="mt-4">
        <Link threadId={threadId} />
      </div>
    </Dialog>
  );
}

function Link({ threadId }: { threadId: string }) {
  const path = `/api/threads/${threadId}/link`;
  const { data, error, mutate } = useSWR<Shared, Error>(path, getJson);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const change = async (method: "PUT" | "DELETE") => {
    setIsBusy(true);
    setFailure(null);
    try {
      await mutate((await sendJson<Shared>(method, path)) ?? undefined, { revalidate: false });
    } catch (refused) {
      setFailure(refused instanceof Error ? refused.message : String(refused));
    }
    setIsBusy(false);
  };
  if (error) {
    return <LoadFailed title="The link could not be loaded" error={error} retry={() => mutate()} />;
  }
  if (!data) return <Skeleton className="h-9 w-full" />;
  const address = data.link ? `${window.location.origin}/shared/${data.link.id}` : "";
  return (
    <div className="flex flex-col gap-3">
      {data.link ? (
        <>
          <div className="flex items-center gap-1">
            <Input readOnly aria-label="Link" value={address} onFocus={(e) => e.target.select()} />
            <CopyButton text={address} what="the link" withLabel />
          </div>
          <p className="text-sm text-muted">
            Shows the conversation as it stood <Instant iso={data.link.madeAt} />.
          </p>
        </>
      ) : null}
      {failure ? (
        <p role="alert" className="text-sm text-critical">
          {failure}
        </p>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        {data.link ? (
          <Button look="danger" disabled={isBusy} onClick={() => void change("DELETE")}>
            Withdraw the link
          </Button>
        ) : null}
        <Button
          look={data.link ? "plain" : "primary"}
          disabled={isBusy}
          onClick={() => void change("PUT")}
        >
          {data.link ? "Bring up to date" : "Make a link"}
        </Button>
      </div>
    </div>
  );
}
