"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { CallLimits } from "#core/actor.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Count } from "./count.tsx";
import { Day } from "./day.tsx";
import { KeyLimitsDialog } from "./key-limits-dialog.tsx";
import { RowProblem } from "./row-problem.tsx";

interface KeyRowProps {
  readonly id: string;
  readonly name: string;
  readonly start: string;
  readonly maker: string | null;
  readonly scopes: readonly string[];
  readonly limits: CallLimits;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}

export function KeyRow(props: KeyRowProps) {
  const { id, name, start, maker, scopes, limits, lastUsedAt, expiresAt } = props;
  const router = useRouter();
  const [isLimiting, setLimiting] = useState(false);
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
      <td className="px-4 py-2 whitespace-nowrap tabular-nums">
        <Count of={limits.readsPerMinute} /> reads
        <span className="block">
          <Count of={limits.effectsPerMinute} /> changes
        </span>
      </td>
      <td className="px-4 py-2">{maker ?? "a former member"}</td>
      <td className="px-4 py-2 whitespace-nowrap text-muted">
        {lastUsedAt ? <Day iso={lastUsedAt} /> : "never"}
      </td>
      <td className="px-4 py-2 text-right whitespace-nowrap">
        <Button size="sm" className="mr-2" onClick={() => setLimiting(true)}>
          Limits<span className="sr-only"> of {name}</span>
        </Button>
        <Button look="danger" size="sm" disabled={isBusy} onClick={() => setRevoking(true)}>
          Revoke<span className="sr-only"> {name}</span>
        </Button>
        <RowProblem problem={problem} />
        <KeyLimitsDialog
          id={id}
          name={name}
          limits={limits}
          open={isLimiting}
          onOpenChange={setLimiting}
        />
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
