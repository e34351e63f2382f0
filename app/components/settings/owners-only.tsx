import { Notice } from "#app/components/ui/notice.tsx";
import type { Actor } from "#core/actor.ts";

/** Why somebody does not see a page of the owners, and whom to ask. */
export function OwnersOnly({ viewer }: { viewer: Actor }) {
  return (
    <Notice title="This page is for owners">
      Your role is {viewer.role}. Ask an owner of {viewer.organizationName}.
    </Notice>
  );
}
