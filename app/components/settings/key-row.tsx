"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { sendJson } from "#app/lib/api.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Day } from "./day.tsx";

interface KeyRowProps {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly maker: string | null;
  readonly scopes: readonly string[];
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

export function KeyRow({ id, name, start, maker, scopes, lastUsedAt, expiresAt }: KeyRowProps) {
  const router = useRouter();
  const [isRevoking, setRevoking] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    setRevoking(false);
    await sendJson("DELETE", `/api/keys/${encodeURIComponent(id)}`);
    router.refresh();
  });
  return (
    <tr className="border-b border-line align-top last:border-0">
      <td className="px-4 py-2">
        {name}
        <span className="block font-mono text-xs text-muted">{start}…</span>
        {expiresAt ? (
          <span className="block text-xs text-muted">
            until <Day iso={expiresAt} />
          </span>
        ) : null}
      </td>
      <td className="px-4 py-2">{scopes.join(", ")}</td>
      <td className="px-4 py-2">{maker ?? "a former member"}</td>
      <td className="px-4 py-2 whitespace-nowrap text-muted">
        {lastUsedAt ? <Day iso={lastUsedAt} /> : "never"}
      </td>
      <td className="px-4 py-2 text-right">
        <Button look="danger" size="sm" disabled={isBusy} onClick={() => setRevoking(true)}>
          Revoke<span className="sr-only"> {name}</span>
        </Button>
        {problem ? (
          <p role="alert" className="text-critical">
            {problem}
          </p>
        ) : null}
        <ConfirmDialog
          open={isRevoking}
          onOpenChange={setRevoking}
          title={`Revoke “${name}”?`}
          description="What uses it stops working at once. This cannot be undone."
          confirmLabel="Revoke"
          onConfirm={() => void submit()}
        />
      </td>
    </tr>
  );
}
