"use client";

import { type FormEvent, useId, useState } from "react";
import { mutate } from "swr";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
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
  const [isSaved, setSaved] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    await sendJson("PUT", "/api/notifications/muted", { muted });
    setSaved(true);
    await mutate("/api/notifications");
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const toggle = (kind: NotificationKind, isWanted: boolean) => {
    setSaved(false);
    setMuted(isWanted ? muted.filter((one) => one !== kind) : [...muted, kind]);
  };
  return (
    <form onSubmit={save} className="mt-4 flex max-w-prose flex-col gap-4">
      {KINDS.filter((kind) => scopes.includes(NOTIFICATION_KINDS[kind].scope)).map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          isWanted={!muted.includes(kind)}
          onChange={(isWanted) => toggle(kind, isWanted)}
        />
      ))}
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {isSaved ? <Notice tone="good">Saved.</Notice> : null}
      <div>
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? "Saving …" : "Save"}
        </Button>
      </div>
    </form>
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
