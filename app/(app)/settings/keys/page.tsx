import type { Metadata } from "next";
import { KeyForm } from "#app/components/settings/key-form.tsx";
import { KeyRow } from "#app/components/settings/key-row.tsx";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { TableHead } from "#app/components/settings/table-head.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";
import { config } from "#core/config.ts";
import { listApiKeys } from "#domain/orgs/list-api-keys.ts";

export const metadata: Metadata = { title: "API keys" };

export default async function KeysPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  const keys = await listApiKeys(viewer);
  const defaultLimits = config().callLimits;
  return (
    <>
      <Card className="p-4">
        <h2 className="text-lg font-semibold">Make a key</h2>
        <p className="mt-1 text-muted">
          For scripts, over REST. A key can propose changes but never approve one.
        </p>
        <KeyForm defaultLimits={defaultLimits} />
      </Card>
      <Card className="relative overflow-x-auto">
        <table className="w-full min-w-160 text-sm">
          <caption className="px-4 pt-4 pb-2 text-left text-lg font-semibold">API keys</caption>
          <TableHead columns={["Name", "Permissions", "Limits a minute", "Made by", "Last used"]} />
          <tbody>
            {keys.map((key) => (
              <KeyRow
                key={key.id}
                id={key.id}
                name={key.name}
                start={key.start}
                maker={key.maker}
                scopes={key.scopes}
                limits={key.limits ?? defaultLimits}
                lastUsedAt={key.lastUsedAt?.toISOString() ?? null}
                expiresAt={key.expiresAt?.toISOString() ?? null}
              />
            ))}
          </tbody>
        </table>
        {keys.length === 0 ? <p className="p-4 text-muted">There is no key yet.</p> : null}
      </Card>
    </>
  );
}
