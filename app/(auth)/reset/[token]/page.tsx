import type { Metadata } from "next";
import { LinkGone } from "#app/components/auth/link-gone.tsx";
import { PasswordForm } from "#app/components/auth/password-form.tsx";
import { openLink } from "#app/lib/link.ts";
import { readReset } from "#domain/auth/redeem-reset.ts";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const account = await openLink(readReset(token));
  if (!account) return <LinkGone how="Ask an owner for a new one." />;
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Set a new password</h1>
        <p className="mt-1 text-muted">You are then signed out everywhere else.</p>
      </div>
      <PasswordForm kind="reset" token={token} email={account.email} submitLabel="Set password" />
    </>
  );
}
