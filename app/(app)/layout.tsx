import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { FleetClock } from "#app/components/fleet-clock.tsx";
import { Frame } from "#app/components/shell/frame.tsx";
import { ServerDataAge } from "#app/components/shell/server-data-age.tsx";
import { ViewerScopes } from "#app/components/viewer.tsx";
import { RAIL_COOKIE } from "#app/lib/rail.ts";
import { APPEARANCE_COOKIE, parseAppearance } from "#app/lib/theme.ts";
import { requireViewer } from "#app/lib/viewer.ts";
import { fleetNow, wallNow } from "#core/clock.ts";
import { listMemberships } from "#domain/auth/memberships.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const [jar, memberships] = await Promise.all([
    cookies(),
    viewer.userId === null ? [] : listMemberships(viewer.userId),
  ]);
  return (
    <FleetClock offsetMs={fleetNow().getTime() - wallNow().getTime()}>
      <ViewerScopes scopes={[...viewer.scopes]}>
        <Frame
          viewer={{ email: viewer.name, role: viewer.role }}
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
      </ViewerScopes>
    </FleetClock>
  );
}
