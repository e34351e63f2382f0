"use client";

import { Field } from "#app/components/ui/field.tsx";
import { sendJson } from "#app/lib/api.ts";
import { signIn } from "#app/lib/session-client.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "#domain/auth/password-length.ts";
import { AccountForm } from "./account-form.tsx";

interface PasswordFormProps {
  readonly kind: "invite" | "reset" | "setup";
  readonly token: string;
  /** Whose account it is; asked for where nobody knows it yet. */
  readonly email?: string;
  /** The account is there already, so its password is asked for, not a new one. */
  readonly hasAccount?: boolean;
  readonly submitLabel: string;
}

/** Uses a one-time link with a password, and signs in with it. */
export function PasswordForm(props: PasswordFormProps) {
  const { kind, token, email, hasAccount = false, submitLabel } = props;
  const redeem = async (field: (name: string) => string) => {
    const password = field("password");
    const owner = { email: field("email"), organization: field("organization") };
    const body = { token, password, ...(kind === "setup" ? owner : {}) };
    const account = await sendJson<{ email: string }>("POST", `/api/account/${kind}`, body);
    await signIn(account?.email ?? owner.email, password);
    window.location.assign("/chat");
  };
  return (
    <AccountForm submitLabel={submitLabel} onSubmit={redeem}>
      {kind === "setup" ? (
        <Field
          label="Organisation"
          name="organization"
          autoComplete="organization"
          required
          maxLength={100}
        />
      ) : null}
      <Field
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        readOnly={email !== undefined}
        defaultValue={email}
      />
      <Field
        label={hasAccount ? "Password" : "New password"}
        name="password"
        type="password"
        autoComplete={hasAccount ? "current-password" : "new-password"}
        hint={
          hasAccount ? "The one of your account." : `At least ${MIN_PASSWORD_LENGTH} characters.`
        }
        required
        minLength={hasAccount ? undefined : MIN_PASSWORD_LENGTH}
        maxLength={MAX_PASSWORD_LENGTH}
      />
    </AccountForm>
  );
}
