import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Frame } from "#app/components/shell/frame.tsx";
import { RAIL_COOKIE } from "#app/lib/rail.ts";
import { APPEARANCE_COOKIE, parseAppearance } from "#app/lib/theme.ts";
import { requireViewer } from "#app/lib/viewer.ts";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const jar = await cookies();
  const organization = { id: viewer.organizationId, name: viewer.organizationName };
  return (
    <Frame
      viewer={{ email: viewer.name, role: viewer.role }}
      organization={organization}
      organizations={[organization]}
      appearance={parseAppearance(jar.get(APPEARANCE_COOKIE)?.value)}
      isRailNarrow={jar.get(RAIL_COOKIE)?.value === "narrow"}
      dataAge={null}
    >
      {children}
    </Frame>
  );
}
