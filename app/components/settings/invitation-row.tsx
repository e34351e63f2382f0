"use client";

import { useRouter } from "next/navigation";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { Role } from "#core/actor.ts";
import { Day } from "./day.tsx";
import { RowProblem } from "./row-problem.tsx";

interface InvitationRowProps {
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: string;
}

export function InvitationRow({ email, role, expiresAt }: InvitationRowProps) {
  const router = useRouter();
  const { submit, isBusy, problem } = useSubmit(async () => {
    await sendJson("DELETE", "/api/invitations", { email });
    router.refresh();
  });
  return (
    <tr className="border-b border-line last:border-0">
      <td className="px-4 py-2 text-muted">{email}</td>
      <td className="px-4 py-2 text-muted">{role}, invited</td>
      <td className="px-4 py-2 whitespace-nowrap text-muted">
        until <Day iso={expiresAt} />
      </td>
      <td className="px-4 py-2 text-right">
        <Button look="ghost" size="sm" disabled={isBusy} onClick={() => void submit()}>
          Take back<span className="sr-only"> the invitation of {email}</span>
        </Button>
        <RowProblem problem={problem} />
      </td>
    </tr>
  );
}
