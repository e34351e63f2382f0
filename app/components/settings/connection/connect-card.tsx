"use client";

import { Card } from "#app/components/ui/card.tsx";
import { sendJson } from "#app/lib/api.ts";
import { CONNECTION_PATH } from "./connection.ts";
import { CredentialsForm, type Entered } from "./credentials-form.tsx";

interface ConnectCardProps {
  readonly defaultBaseUrl: string;
  readonly onChanged: () => Promise<void>;
}

/** What an organisation without a connection sees: how to get one. */
export function ConnectCard({ defaultBaseUrl, onChanged }: ConnectCardProps) {
  const connect = async (entered: Entered) => {
    await sendJson("POST", CONNECTION_PATH, entered);
    await sendJson("POST", `${CONNECTION_PATH}/test`).finally(onChanged);
  };
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">Connect 1NCE</h2>
      <p className="mt-1 max-w-prose text-muted">
        This fleet is connected to no provider: approved changes are kept here and reach no network.
        Make credentials in the 1NCE portal under Account, Management API Access, for a user with
        the role API user.
      </p>
      <CredentialsForm baseUrl={defaultBaseUrl} saveLabel="Save and test" onSave={connect} />
    </Card>
  );
}
