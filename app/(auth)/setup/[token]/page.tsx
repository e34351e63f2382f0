import type { Metadata } from "next";
import { LinkGone } from "#app/components/auth/link-gone.tsx";
import { PasswordForm } from "#app/components/auth/password-form.tsx";
import { openLink } from "#app/lib/link.ts";
import { readLink } from "#domain/auth/one-time-link.ts";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const setup = await openLink(readLink("setup", token));
  if (!setup)
    return <LinkGone how="If nobody has an account yet, start Simon again for a new one." />;
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Set up Simon</h1>
        <p className="mt-1 text-muted">Make the first owner and their organisation.</p>
      </div>
      <PasswordForm kind="setup" token={token} submitLabel="Make the owner" />
    </>
  );
}
