"use client";

import { Notice } from "#app/components/ui/notice.tsx";
import { ScopeBoxes } from "#app/components/ui/scope-boxes.tsx";
import type { Scope } from "#core/actor.ts";
import type { ConsentRequest } from "#domain/auth/oauth/consent-request.ts";

interface ConsentScopesProps {
  readonly organization: ConsentRequest["organizations"][number];
  readonly chosen: readonly Scope[];
  readonly onToggle: (scope: Scope) => void;
}

/** What is granted, in words; each can be left out. */
export function ConsentScopes({ organization, chosen, onToggle }: ConsentScopesProps) {
  const { name, role, scopes } = organization;
  if (scopes.length === 0) {
    return (
      <Notice tone="attention" title="Nothing to allow">
        Your role in {name} is {role}: it has none of what the client asks for.
      </Notice>
    );
  }
  return (
    <fieldset>
      <legend className="text-sm font-medium">In your name, in {name}, it may</legend>
      <div className="mt-1.5 flex flex-col gap-1">
        <ScopeBoxes scopes={scopes} chosen={chosen} onToggle={onToggle} />
      </div>
      <p className="mt-1.5 text-sm text-muted">
        Changes are approved by people in Simon, not by it, unless an owner trusts it with small
        ones. Take this back whenever you like under Settings → AI clients.
      </p>
    </fieldset>
  );
}
