"use client";

import { useId, useState } from "react";
import { mutate } from "swr";
import { SaveForm } from "#app/components/settings/save-form.tsx";
import { useScopes } from "#app/components/viewer.tsx";
import { sendJson } from "#app/lib/api.ts";
import { NOTIFICATION_KINDS, type NotificationKind } from "#domain/notifications/kinds.ts";

const KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[];

interface KindsFormProps {
  readonly initiallyMuted: readonly NotificationKind[];
}

/** The kinds that mean something to a person of this role, each with its switch. */
export function KindsForm({ initiallyMuted }: KindsFormProps) {
  const scopes = useScopes();
  const [muted, setMuted] = useState(initiallyMuted);
  const save = async () => {
    await sendJson("PUT", "/api/notifications/muted", { muted });
    await mutate("/api/notifications");
  };
  const toggle = (kind: NotificationKind, isWanted: boolean) =>
    setMuted(isWanted ? muted.filter((one) => one !== kind) : [...muted, kind]);
  return (
    <SaveForm onSave={save} className="max-w-prose">
      {KINDS.filter((kind) => scopes.includes(NOTIFICATION_KINDS[kind].scope)).map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          isWanted={!muted.includes(kind)}
          onChange={(isWanted) => toggle(kind, isWanted)}
        />
      ))}
    </SaveForm>
  );
}

interface KindProps {
  readonly kind: NotificationKind;
  readonly isWanted: boolean;
  readonly onChange: (isWanted: boolean) => void;
}

function Kind({ kind, isWanted, onChange }: KindProps) {
  const { title, about } = NOTIFICATION_KINDS[kind];
  const id = useId();
  return (
    <div className="flex gap-3">
      <input
        id={id}
        type="checkbox"
        className="mt-1 self-start"
        checked={isWanted}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange(target.checked)}
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {title}
        </label>
        <p id={`${id}-note`} className="text-sm text-muted">
          {about}
        </p>
      </div>
    </div>
  );
}
