import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { FleetClock } from "#app/components/fleet-clock.tsx";
import { Reader } from "#app/components/reader.tsx";
import { Frame } from "#app/components/shell/frame.tsx";
import { ServerDataAge } from "#app/components/shell/server-data-age.tsx";
import { FirstRun } from "#app/components/tour/first-run.tsx";
import { ViewerScopes } from "#app/components/viewer.tsx";
import { RAIL_COOKIE } from "#app/lib/rail.ts";
import { APPEARANCE_COOKIE, parseAppearance } from "#app/lib/theme.ts";
import { requireViewer } from "#app/lib/viewer.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import { listMemberships } from "#domain/auth/memberships.ts";
import { getProfileAndTour } from "#domain/profile/get-profile.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const [jar, { profile, isTourDue }, memberships] = await Promise.all([
    cookies(),
    getProfileAndTour(viewer),
    viewer.userId === null ? [] : listMemberships(viewer.userId),
  ]);
  return (
    <FleetClock offsetMs={fleetNow().getTime() - wallNow().getTime()}>
      <ViewerScopes scopes={[...viewer.scopes]}>
        <Reader locale={profile.formats} timeZone={profile.time_zone}>
          <Frame
            viewer={{ name: profile.name, email: viewer.name, role: viewer.role }}
            organization={{ id: viewer.organizationId, name: viewer.organizationName }}
            organizations={memberships.map((membership) => ({
              id: membership.organizationId,
              name: membership.organizationName,
            }))}
            appearance={parseAppearance(jar.get(APPEARANCE_COOKIE)?.value)}
            isRailNarrow={jar.get(RAIL_COOKIE)?.value === "narrow"}
            dataAge={
              <Suspense fallback={null}>
                <ServerDataAge viewer={viewer} />
              </Suspense>
            }
          >
            {children}
          </Frame>
          <FirstRun isDue={isTourDue} />
        </Reader>
      </ViewerScopes>
    </FleetClock>
  );
}
