import type { Metadata } from "next";
import { headers } from "next/headers";
import { ClientList } from "#app/components/settings/clients/client-list.tsx";
import { Connect } from "#app/components/settings/clients/connect.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";
import { isOAuthOpen, mcpAddressAt } from "#domain/auth/oauth/addresses.ts";
import { listConnectedClients } from "#domain/connected-clients/list-connected-clients.ts";

export const metadata: Metadata = { title: "AI clients" };

export default async function ClientsPage() {
  const viewer = await requireViewer();
  const clients = await listConnectedClients(viewer);
  const isOwner = hasScope(viewer, "org:admin");
  return (
    <>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">Connect an AI client</h2>
        <p className="mt-1 text-muted">
          Ask about your fleet in Claude, ChatGPT, your editor or any other client that speaks MCP.
          It can propose changes; people approve them here.
        </p>
        <Connect
          address={mcpAddressAt((await headers()).get("host"))}
          isOAuthOpen={isOAuthOpen()}
          isOwner={isOwner}
        />
      </Card>
      <ClientList clients={clients} isOwner={isOwner} />
    </>
  );
}
