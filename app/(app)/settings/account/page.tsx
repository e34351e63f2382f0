import type { Metadata } from "next";
import { ChangePasswordForm } from "#app/components/settings/change-password-form.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">Change your password</h2>
      <p className="mt-1 text-muted">
        You are signed in as {viewer.name}. When the password changes, other devices are signed out
        and the AI clients that you let in are shut out.
      </p>
      <ChangePasswordForm />
    </Card>
  );
}
