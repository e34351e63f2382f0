import type { Metadata } from "next";
import { InvitationRow } from "#app/components/settings/invitation-row.tsx";
import { InviteForm } from "#app/components/settings/invite-form.tsx";
import { MemberRow } from "#app/components/settings/member-row.tsx";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { TableHead } from "#app/components/settings/table-head.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";
import { listMembers } from "#domain/orgs/list-members.ts";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  const { members, invitations } = await listMembers(viewer);
  return (
    <>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">Invite somebody</h2>
        <InviteForm />
      </Card>
      <Card className="relative overflow-x-auto">
        <table className="w-full min-w-140 text-sm">
          <caption className="px-4 pt-4 pb-2 text-left text-lg font-semibold">Members</caption>
          <TableHead columns={["Member", "Role", "Since"]} />
          <tbody>
            {members.map((member) => (
              <MemberRow
                key={member.userId}
                userId={member.userId}
                name={member.name}
                email={member.email}
                role={member.role}
                joinedAt={member.joinedAt.toISOString()}
                isSelf={member.userId === viewer.userId}
              />
            ))}
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.email}
                email={invitation.email}
                role={invitation.role}
                expiresAt={invitation.expiresAt.toISOString()}
              />
            ))}
          </tbody>
        </table>
      </Card>
    </>
  );
}
