"use client";

import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { changePassword } from "#app/lib/session-client.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "#domain/auth/password-length.ts";

export function ChangePasswordForm() {
  const [isChanged, setChanged] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async (form: HTMLFormElement) => {
    setChanged(false);
    const values = new FormData(form);
    await changePassword(String(values.get("present")), String(values.get("new")));
    form.reset();
    setChanged(true);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(event.currentTarget);
  };
  return (
    <form method="post" onSubmit={onSubmit} className="mt-3 flex max-w-sm flex-col gap-4">
      <Field
        label="Present password"
        name="present"
        type="password"
        autoComplete="current-password"
        required
        maxLength={MAX_PASSWORD_LENGTH}
      />
      <Field
        label="New password"
        name="new"
        type="password"
        autoComplete="new-password"
        hint={`At least ${MIN_PASSWORD_LENGTH} characters.`}
        required
        minLength={MIN_PASSWORD_LENGTH}
        maxLength={MAX_PASSWORD_LENGTH}
      />
      <div>
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? "One moment …" : "Change the password"}
        </Button>
      </div>
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {isChanged ? <Notice tone="good">The password is changed.</Notice> : null}
    </form>
  );
}
