"use client";

import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useSubmit } from "./use-submit.ts";

interface AccountFormProps {
  readonly children: ReactNode;
  readonly submitLabel: string;
  /** Gets the text of the field called `name`. @throws RequestFailed */
  readonly onSubmit: (field: (name: string) => string) => Promise<void>;
}

/**
 * A form outside the app. Its fields keep their own values, so that what a password manager filled in
 * before the page came to life counts; until then the button waits, so that no password goes astray.
 */
export function AccountForm({ children, submitLabel, onSubmit }: AccountFormProps) {
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const { submit, isBusy, problem } = useSubmit(onSubmit);
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    void submit((name) => String(values.get(name) ?? ""));
  };
  return (
    <form method="post" onSubmit={handleSubmit} className="flex flex-col gap-4">
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {children}
      <Button type="submit" look="primary" size="lg" disabled={!isAlive || isBusy}>
        {isBusy ? "One moment …" : submitLabel}
      </Button>
    </form>
  );
}
