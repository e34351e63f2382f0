import type { Metadata } from "next";
import { LinkGone } from "#app/components/auth/link-gone.tsx";
import { PasswordForm } from "#app/components/auth/password-form.tsx";
import { openLink } from "#app/lib/link.ts";
import { readInvitation } from "#domain/auth/accept-invitation.ts";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await openLink(readInvitation(token));
  if (!invitation) return <LinkGone how="Ask for a new invitation." />;
  const { organizationName, invitedBy, role, hasAccount, email } = invitation;
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Join {organizationName}</h1>
        <p className="mt-1 text-muted">
          {invitedBy} invites you as {role}.
        </p>
      </div>
      <PasswordForm
        kind="invite"
        token={token}
        email={email}
        hasAccount={hasAccount}
        submitLabel={hasAccount ? "Join" : "Make my account"}
      />
    </>
  );
}
