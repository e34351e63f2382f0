import { TableHead } from "#app/components/settings/table-head.tsx";
import { Card } from "#app/components/ui/card.tsx";
import type { ConnectedClient } from "#domain/connected-clients/list-connected-clients.ts";
import { ClientRow } from "./client-row.tsx";

interface ClientListProps {
  readonly clients: readonly ConnectedClient[];
  readonly isOwner: boolean;
}

export function ClientList({ clients, isOwner }: ClientListProps) {
  return (
    <Card className="relative overflow-x-auto">
      <table className="w-full min-w-160 text-sm">
        <caption className="px-4 pt-4 pb-2 text-left text-lg font-semibold">
          Connected AI clients
        </caption>
        <TableHead columns={["Client", "It may", "Let in by", "Last used"]} />
        <tbody>
          {clients.map(({ since, lastUsedAt, ...client }) => (
            <ClientRow
              key={client.id}
              {...client}
              since={since.toISOString()}
              lastUsedAt={lastUsedAt?.toISOString() ?? null}
              isOwner={isOwner}
            />
          ))}
        </tbody>
      </table>
      {clients.length === 0 ? (
        <p className="p-4 text-muted">
          {isOwner ? "No client was let in yet." : "You have let no client in yet."}
        </p>
      ) : null}
    </Card>
  );
}
