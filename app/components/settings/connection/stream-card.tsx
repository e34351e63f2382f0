"use client";

import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Fact } from "#app/components/changes/fact.tsx";
import { Instant } from "#app/components/instant.tsx";
import { ConfirmDialog } from "#app/components/settings/confirm-dialog.tsx";
import { OneTimeSecret } from "#app/components/settings/one-time-secret.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import { countOf } from "#app/lib/format.ts";
import { CONNECTION_PATH, type Stream } from "./connection.ts";
import { PutAsideList } from "./put-aside-list.tsx";

interface StreamCardProps {
  /** The provider is on this machine too. */
  readonly isEmulated: boolean;
  readonly stream: Stream;
  readonly onChanged: () => Promise<void>;
}

interface Made {
  readonly user: string;
  readonly password: string;
}

/** Where the provider pushes usage and events to, with which credentials, and what came. */
export function StreamCard({ isEmulated, stream, onChanged }: StreamCardProps) {
  const [made, setMade] = useState<Made | null>(null);
  const [isRenewing, setRenewing] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    setRenewing(false);
    setMade(await sendJson<Made>("POST", `${CONNECTION_PATH}/stream`));
    await onChanged();
  });
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">Data Streamer</h2>
      <p className="mt-1 max-w-prose text-muted">
        1NCE pushes usage and events here as they happen. Make one stream for each in the 1NCE
        portal, of the type Webhook, both with this address, user name and password.
      </p>
      <dl className="mt-3">
        <Fact name="Address">
          <span className="flex items-start gap-2">
            <span className="min-w-0 font-mono text-sm break-all">{stream.url}</span>
            <CopyButton text={stream.url} what="the address" />
          </span>
        </Fact>
        <Fact name="User name">
          {stream.user === null ? (
            <span className="text-muted">none yet</span>
          ) : (
            <span className="font-mono text-sm">{stream.user}</span>
          )}
        </Fact>
        <Fact name="Last delivery">
          {stream.last_received_at === null ? (
            <span className="text-muted">nothing came yet</span>
          ) : (
            <Instant iso={stream.last_received_at} />
          )}
        </Fact>
        <Fact name="Received">
          {countOf(stream.received, "record")}
          {stream.repeated > 0 ? `, of which ${countOf(stream.repeated, "repeat")}` : ""}
        </Fact>
      </dl>
      {isEmulated || stream.url.startsWith("https:") ? null : (
        <Notice tone="attention" className="mt-2" title="1NCE cannot reach this address">
          It pushes to https only, by a public host name. Set SIMON_URL to the address that leads
          here.
        </Notice>
      )}
      <PutAsideList rows={stream.put_aside} />
      <div className="mt-4">
        <Button
          disabled={isBusy}
          onClick={() => (stream.user === null ? void submit() : setRenewing(true))}
        >
          {stream.user === null ? "Make a user name and password" : "Make a new password"}
        </Button>
      </div>
      {problem ? (
        <Notice tone="critical" className="mt-3">
          {problem}
        </Notice>
      ) : null}
      {made ? (
        <div className="mt-3">
          <OneTimeSecret
            title={`The password of ${made.user}`}
            what="the password"
            secret={made.password}
          >
            Copy it now: it is not shown again.
          </OneTimeSecret>
        </div>
      ) : null}
      <ConfirmDialog
        open={isRenewing}
        onOpenChange={setRenewing}
        title="Make a new password?"
        description="The present user name and password stop working at once. Enter the new ones in the 1NCE portal: until then records are refused there, and sent again later."
        confirmLabel="Make a new password"
        onConfirm={() => void submit()}
      />
    </Card>
  );
}
