import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ChangePasswordForm } from "#app/components/settings/change-password-form.tsx";
import { AppearanceForm } from "#app/components/settings/profile/appearance-form.tsx";
import { ProfileForm } from "#app/components/settings/profile/profile-form.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { APPEARANCE_COOKIE, parseAppearance } from "#app/lib/theme.ts";
import { requireViewer } from "#app/lib/viewer.ts";
import { getProfile } from "#domain/profile/get-profile.ts";

export const metadata: Metadata = { title: "Profile" };

const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

export default async function ProfilePage() {
  const viewer = await requireViewer();
  const [profile, jar] = await Promise.all([getProfile(viewer), cookies()]);
  return (
    <>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">You</h2>
        <p className="mt-1 text-muted">The same in every organisation that you belong to.</p>
        <ProfileForm email={viewer.name} profile={profile} zones={ZONES} />
      </Card>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">Appearance</h2>
        <p className="mt-1 text-muted">Kept in this browser; it holds at once.</p>
        <AppearanceForm initial={parseAppearance(jar.get(APPEARANCE_COOKIE)?.value)} />
      </Card>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">Change your password</h2>
        <p className="mt-1 text-muted">
          Other devices are signed out then, and the AI clients that you let in are shut out.
        </p>
        <ChangePasswordForm />
      </Card>
    </>
  );
}
