"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ScopeBoxes } from "#app/components/ui/scope-boxes.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { CallLimits, Scope } from "#core/actor.ts";
import { LimitFields, limitsIn } from "./limit-fields.tsx";
import { OneTimeSecret } from "./one-time-secret.tsx";

const CHOICES: readonly Scope[] = [
  "sims:read",
  "reports:read",
  "sms:read",
  "sims:write",
  "audit:read",
  "developer",
];

export function KeyForm({ defaultLimits }: { readonly defaultLimits: CallLimits }) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["sims:read", "reports:read"]);
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const { submit, isBusy, problem } = useSubmit(async (limits: CallLimits) => {
    setMade(null);
    const answer = await sendJson<{ key: string }>("POST", "/api/keys", { name, scopes, limits });
    setMade({ name, key: answer?.key ?? "" });
    setName("");
    router.refresh();
  });
  const toggle = (scope: Scope) =>
    setScopes(
      scopes.includes(scope) ? scopes.filter((chosen) => chosen !== scope) : [...scopes, scope],
    );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(limitsIn(event.currentTarget));
  };
  return (
    <form onSubmit={onSubmit} className="mt-3 flex flex-col gap-4">
      <Field
        label="Name"
        hint="What uses it, such as “Nightly export”."
        required
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <fieldset>
        <legend className="text-sm font-medium">Permissions</legend>
        <div className="mt-1.5 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          <ScopeBoxes scopes={CHOICES} chosen={scopes} onToggle={toggle} />
        </div>
      </fieldset>
      <LimitFields limits={defaultLimits} />
      <div>
        <Button type="submit" look="primary" disabled={isBusy || scopes.length === 0}>
          {isBusy ? "One moment …" : "Make the key"}
        </Button>
      </div>
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {made ? (
        <OneTimeSecret title={`The key “${made.name}”`} what="the key" secret={made.key}>
          Copy it now: it is not shown again.
        </OneTimeSecret>
      ) : null}
    </form>
  );
}
