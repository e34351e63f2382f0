"use client";

import { useEffect, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { RequestFailed, sendJson } from "#app/lib/api.ts";
import type { ConsentRequest } from "#domain/auth/oauth/consent-request.ts";
import { ConsentAsker } from "./consent-asker.tsx";
import { ConsentScopes } from "./consent-scopes.tsx";

interface ConsentFormProps {
  /** As our server signed it: it goes back unchanged. */
  readonly query: string;
  readonly request: ConsentRequest;
  readonly email: string;
  /** In which the person works now. */
  readonly organizationId: string;
}

export function ConsentForm({ query, request, email, organizationId }: ConsentFormProps) {
  const { organizations, clientName } = request;
  const [chosenId, setChosenId] = useState(organizationId);
  const [unticked, setUnticked] = useState<readonly string[]>([]);
  const [isAnswered, setAnswered] = useState(false);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const organization = organizations.find(({ id }) => id === chosenId) ?? organizations[0];
  const scopes = (organization?.scopes ?? []).filter((scope) => !unticked.includes(scope));
  const { submit, isBusy, problem } = useSubmit(async (isAllowed: boolean) => {
    const body = { query, isAllowed, organizationId: organization?.id, scopes };
    const answer = await sendJson<{ url: string }>("POST", "/api/oauth/consent", body);
    if (!answer) throw new RequestFailed("There was no answer. Try again.", 0);
    window.location.assign(answer.url);
    setAnswered(true);
  });
  if (isAnswered) {
    return <Notice title="Answered">Go on in your client. You can close this page.</Notice>;
  }
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight break-words">
          Let “{clientName}” use Simon?
        </h1>
        <p className="mt-1 text-muted">Only if you have just asked for this in that program.</p>
      </div>
      <ConsentAsker request={request} email={email} />
      {organizations.length > 1 ? (
        <Select
          label="For which organisation"
          value={organization?.id}
          onChange={(event) => setChosenId(event.target.value)}
        >
          {organizations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {organization ? (
        <ConsentScopes
          organization={organization}
          chosen={scopes}
          onToggle={(scope) =>
            setUnticked((before) =>
              before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope],
            )
          }
        />
      ) : null}
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      <div className="flex flex-col gap-2">
        <Button
          look="primary"
          size="lg"
          disabled={!isAlive || isBusy || scopes.length === 0}
          onClick={() => void submit(true)}
        >
          {isBusy ? "One moment …" : "Allow"}
        </Button>
        <Button size="lg" disabled={!isAlive || isBusy} onClick={() => void submit(false)}>
          Deny
        </Button>
      </div>
    </>
  );
}
