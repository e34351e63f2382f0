"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { Role } from "#core/actor.ts";
import { OneTimeSecret } from "./one-time-secret.tsx";
import { ROLE_HINTS, RoleSelect } from "./role-select.tsx";

export function InviteForm() {
  const router = useRouter();
  const roleId = useId();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [made, setMade] = useState<{ email: string; url: string } | null>(null);
  const { submit, isBusy, problem } = useSubmit(async () => {
    setMade(null);
    const link = await sendJson<{ path: string }>("POST", "/api/invitations", { email, role });
    setMade({ email, url: `${window.location.origin}${link?.path}` });
    setEmail("");
    router.refresh();
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <div className="mt-3 flex flex-col gap-3">
      <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
        <div className="min-w-60 flex-1">
          <Field
            label="E-mail"
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </div>
        <div className="flex flex-col gap-1.5">
          <label htmlFor={roleId} className="text-sm font-medium">
            Role
          </label>
          <RoleSelect id={roleId} value={role} onChange={setRole} />
        </div>
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? "One moment …" : "Make a link"}
        </Button>
      </form>
      <p className="text-sm text-muted">
        {role}: {ROLE_HINTS[role]}.
      </p>
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {made ? (
        <OneTimeSecret title={`A link for ${made.email}`} what="the link" secret={made.url}>
          Hand it over yourself. It works once, for seven days, and is not shown again.
        </OneTimeSecret>
      ) : null}
    </div>
  );
}
