"use client";

import { Field } from "#app/components/ui/field.tsx";
import { signIn } from "#app/lib/session-client.ts";
import { AccountForm } from "./account-form.tsx";

export function SignInForm({ nextPath }: { nextPath: string }) {
  return (
    <AccountForm
      submitLabel="Sign in"
      onSubmit={async (field) => {
        await signIn(field("email"), field("password"));
        window.location.assign(nextPath);
      }}
    >
      <Field label="E-mail" name="email" type="email" autoComplete="username" required />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
    </AccountForm>
  );
}
