"use client";

import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Fact } from "#app/components/changes/fact.tsx";
import { Instant } from "#app/components/instant.tsx";
import { ConfirmDialog } from "#app/components/settings/confirm-dialog.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import { CONNECTION_PATH, type Connection } from "./connection.ts";
import { CredentialsForm, type Entered } from "./credentials-form.tsx";
import { EmulatedNotice } from "./emulated-notice.tsx";
import { TestOutcome } from "./test-outcome.tsx";

interface ConnectionCardProps {
  readonly connection: Connection;
  readonly onChanged: () => Promise<void>;
}

/** How the connection stands, and what an owner can do about it. */
export function ConnectionCard({ connection, onChanged }: ConnectionCardProps) {
  const [isEditing, setEditing] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const test = useSubmit(async () => {
    await sendJson("POST", `${CONNECTION_PATH}/test`).finally(onChanged);
  });
  const leave = useSubmit(async () => {
    setLeaving(false);
    await sendJson("DELETE", CONNECTION_PATH);
    await onChanged();
  });
  const rotate = async (entered: Entered) => {
    await sendJson("PUT", CONNECTION_PATH, entered);
    setEditing(false);
    await sendJson("POST", `${CONNECTION_PATH}/test`).finally(onChanged);
  };
  const problem = test.problem ?? leave.problem;
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">Connected to {connection.name}</h2>
      <p className="mt-1 max-w-prose text-muted">
        Approved changes go out to {connection.name}, and are done once it has taken them over.
      </p>
      {connection.emulated_speed === null ? null : (
        <EmulatedNotice speed={connection.emulated_speed} />
      )}
      <TestOutcome connection={connection} />
      <dl className="mt-3">
        <Fact name="Client ID">
          <span className="font-mono text-sm break-all">{connection.client_id}</span>
        </Fact>
        <Fact name="Address">
          <span className="font-mono text-sm break-all">{connection.base_url}</span>
        </Fact>
        <Fact name="Pace">At most {connection.calls_per_second} calls a second</Fact>
        <Fact name="Since">
          <Instant iso={connection.created_at} />, by {connection.created_by}
        </Fact>
      </dl>
      {isEditing ? (
        <CredentialsForm
          baseUrl={connection.base_url}
          saveLabel="Save and test"
          onSave={rotate}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button look="primary" disabled={test.isBusy} onClick={() => void test.submit()}>
            {test.isBusy ? "Testing …" : "Test"}
          </Button>
          <Button onClick={() => setEditing(true)}>Change credentials</Button>
          <Button look="danger" disabled={leave.isBusy} onClick={() => setLeaving(true)}>
            Disconnect
          </Button>
        </div>
      )}
      {problem ? (
        <Notice tone="critical" className="mt-3">
          {problem}
        </Notice>
      ) : null}
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title={`Disconnect ${connection.name}?`}
        description="Changes reach no network any more, and records that are pushed are refused. The credentials are forgotten. What was loaded stays."
        confirmLabel="Disconnect"
        onConfirm={() => void leave.submit()}
      />
    </Card>
  );
}
