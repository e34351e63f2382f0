"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Menu, MenuItem } from "#app/components/ui/menu.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { Role } from "#core/actor.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { Day } from "./day.tsx";
import { OneTimeSecret } from "./one-time-secret.tsx";
import { RoleSelect } from "./role-select.tsx";

interface MemberRowProps {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: string;
  readonly isSelf: boolean;
}

export function MemberRow({ userId, name, email, role, joinedAt, isSelf }: MemberRowProps) {
  const router = useRouter();
  const [resetUrl, setResetUrl] = useState<string | null>(null);
  const [isRemoving, setRemoving] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async (send: () => Promise<void>) => {
    setResetUrl(null);
    await send();
    router.refresh();
  });
  const path = `/api/members/${encodeURIComponent(userId)}`;
  const changeRole = async (next: Role) => {
    await sendJson("PATCH", path, { role: next });
  };
  const makeResetLink = async () => {
    const link = await sendJson<{ path: string }>("POST", `${path}/reset`, {});
    setResetUrl(`${window.location.origin}${link?.path}`);
  };
  const remove = async () => {
    setRemoving(false);
    await sendJson("DELETE", path);
  };
  return (
    <>
      <tr className="border-b border-line last:border-0">
        <td className="px-4 py-2">
          {name}
          {isSelf ? <span className="text-muted"> (you)</span> : null}
          <span className="block text-sm text-muted">{email}</span>
        </td>
        <td className="px-4 py-2">
          <RoleSelect
            label={`Role of ${email}`}
            value={role}
            disabled={isBusy}
            onChange={(next) => void submit(() => changeRole(next))}
          />
        </td>
        <td className="px-4 py-2 whitespace-nowrap text-muted">
          <Day iso={joinedAt} />
        </td>
        <td className="px-4 py-2 text-right">
          <Menu
            align="end"
            trigger={
              <Button look="ghost" size="icon-sm" aria-label={`Actions for ${email}`}>
                <Ellipsis aria-hidden />
              </Button>
            }
          >
            <MenuItem onSelect={() => void submit(makeResetLink)}>Make a password link</MenuItem>
            <MenuItem onSelect={() => setRemoving(true)}>Remove from the organisation</MenuItem>
          </Menu>
          <ConfirmDialog
            open={isRemoving}
            onOpenChange={setRemoving}
            title={`Remove ${email}?`}
            description="They are signed out at once, and their API keys stop working."
            confirmLabel="Remove"
            onConfirm={() => void submit(remove)}
          />
        </td>
      </tr>
      {problem || resetUrl ? (
        <tr className="border-b border-line last:border-0">
          <td colSpan={4} className="px-4 py-2">
            {problem ? <Notice tone="critical">{problem}</Notice> : null}
            {resetUrl ? (
              <OneTimeSecret
                title={`A password link for ${email}`}
                what="the link"
                secret={resetUrl}
              >
                Hand it over yourself. It works once, for a day, and is not shown again.
              </OneTimeSecret>
            ) : null}
          </td>
        </tr>
      ) : null}
    </>
  );
}
