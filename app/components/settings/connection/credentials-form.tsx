"use client";

import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

export interface Entered {
  readonly client_id: string;
  readonly client_secret: string;
  readonly base_url: string;
}

interface CredentialsFormProps {
  readonly baseUrl: string;
  readonly saveLabel: string;
  readonly onSave: (entered: Entered) => Promise<void>;
  readonly onCancel?: () => void;
}

/** Nothing but the address is filled in: what was entered before does not come back to a browser. */
export function CredentialsForm({ baseUrl, saveLabel, onSave, onCancel }: CredentialsFormProps) {
  const [clientId, setClientId] = useState("");
  const [secret, setSecret] = useState("");
  const [address, setAddress] = useState(baseUrl);
  const { submit, isBusy, problem } = useSubmit(() =>
    onSave({ client_id: clientId, client_secret: secret, base_url: address }),
  );
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form onSubmit={save} className="mt-4 flex max-w-xl flex-col gap-4">
      <Field
        label="Client ID"
        required
        autoComplete="off"
        spellCheck={false}
        value={clientId}
        onChange={(event) => setClientId(event.target.value)}
      />
      <Field
        label="Client secret"
        type="password"
        required
        autoComplete="new-password"
        hint="Stored encrypted, and not shown again."
        value={secret}
        onChange={(event) => setSecret(event.target.value)}
      />
      <details>
        <summary className="w-fit rounded-sm text-sm font-medium text-muted hover:text-fg">
          Advanced
        </summary>
        <div className="mt-3">
          <Field
            label="Address of the API"
            hint="The credentials are sent there. It starts with https:// and leads to a public host."
            required
            autoComplete="off"
            spellCheck={false}
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </div>
      </details>
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? "Saving and testing …" : saveLabel}
        </Button>
        {onCancel ? (
          <Button onClick={onCancel} disabled={isBusy}>
            Cancel
          </Button>
        ) : null}
      </div>
    </form>
  );
}
