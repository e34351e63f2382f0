"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { ConfirmDialog } from "#app/components/settings/confirm-dialog.tsx";
import { Day } from "#app/components/settings/day.tsx";
import { RowProblem } from "#app/components/settings/row-problem.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { sendJson } from "#app/lib/api.ts";
import { SCOPE_WORDS } from "#app/lib/scope-words.ts";
import type { ConnectedClient } from "#domain/connected-clients/list-connected-clients.ts";

interface ClientRowProps extends Omit<ConnectedClient, "since" | "lastUsedAt"> {
  readonly since: string;
  readonly lastUsedAt: string | null;
  readonly isOwner: boolean;
}

export function ClientRow(props: ClientRowProps) {
  const { id, name, documentHost, email, isOwn, scopes, since, lastUsedAt, isTrusted } = props;
  const router = useRouter();
  const [asked, setAsked] = useState<"revoke" | "trust" | null>(null);
  const { submit, isBusy, problem } = useSubmit(async (send: () => Promise<unknown>) => {
    setAsked(null);
    await send();
    router.refresh();
  });
  const path = `/api/connected-clients/${encodeURIComponent(id)}`;
  const revoke = () => submit(() => sendJson("DELETE", path));
  const trust = () => submit(() => sendJson("PATCH", path, { isTrusted: !isTrusted }));
  return (
    <tr className="border-b border-line align-top last:border-0">
      <td className="px-4 py-2">
        {name}
        {documentHost ? <span className="block text-xs text-muted">{documentHost}</span> : null}
        {isTrusted ? <span className="block text-xs text-muted">trusted</span> : null}
      </td>
      <td className="px-4 py-2">
        {scopes.map((scope) => (
          <span key={scope} className="block">
            {SCOPE_WORDS[scope]}
          </span>
        ))}
      </td>
      <td className="px-4 py-2 break-words">
        {isOwn ? "you" : email}
        <span className="block text-xs text-muted whitespace-nowrap">
          on <Day iso={since} />
        </span>
      </td>
      <td className="px-4 py-2 whitespace-nowrap text-muted">
        {lastUsedAt ? <Day iso={lastUsedAt} /> : "never"}
      </td>
      <td className="px-4 py-2 text-right whitespace-nowrap">
        {props.isOwner ? (
          <Button size="sm" className="mr-2" disabled={isBusy} onClick={() => setAsked("trust")}>
            {isTrusted ? "End trust" : "Trust"}
            <span className="sr-only"> in {name}</span>
          </Button>
        ) : null}
        <Button look="danger" size="sm" disabled={isBusy} onClick={() => setAsked("revoke")}>
          Revoke<span className="sr-only"> {name}</span>
        </Button>
        <RowProblem problem={problem} />
        <ConfirmDialog
          open={asked === "revoke"}
          onOpenChange={() => setAsked(null)}
          title={`Revoke “${name}”?`}
          description="Its next request is refused. It can be let in again."
          confirmLabel="Revoke"
          onConfirm={() => void revoke()}
        />
        <ConfirmDialog
          open={asked === "trust"}
          onOpenChange={() => setAsked(null)}
          title={isTrusted ? `Trust “${name}” no more?` : `Trust “${name}”?`}
          description={
            isTrusted
              ? "Every change that it proposes is then approved in Simon again."
              : "It may then itself confirm small changes that can be undone, for its person. Trust only a program of which you know that it asks the person."
          }
          confirmLabel={isTrusted ? "End trust" : "Trust"}
          onConfirm={() => void trust()}
        />
      </td>
    </tr>
  );
}
