import { Instant } from "#app/components/instant.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { formatCount } from "#app/lib/format.ts";
import type { SyncStatus } from "#domain/sync/status/sync-status.ts";
import { AGE_WORDS, callsWords, STATE_WORDS } from "./words.ts";

/** What the last runs did, and what they cost in calls. */
export function RunsCard({ status: { runs, calls_24h: calls } }: { readonly status: SyncStatus }) {
  return (
    <Card className="overflow-hidden" aria-label="Last runs">
      <div className="p-4">
        <h2 className="text-lg font-semibold">Last runs</h2>
        <p className="mt-1 text-muted">{callsWords(runs, calls)}</p>
      </div>
      {runs.length === 0 ? (
        <p className="border-t border-line px-4 py-3">None yet.</p>
      ) : (
        <div className="relative overflow-x-auto border-t border-line">
          <table className="w-full text-sm">
            <thead className="text-left text-muted">
              <tr>
                <Head>What</Head>
                <Head>When</Head>
                <Head>State</Head>
                <Head>Did</Head>
                <Head isNumber>Calls</Head>
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {runs.map((run) => (
                <tr key={`${run.kind} ${run.started_at}`}>
                  <td className="px-4 py-2 whitespace-nowrap">{AGE_WORDS[run.kind]}</td>
                  <td className="px-4 py-2">
                    <Instant iso={run.started_at} />
                  </td>
                  <td className={`px-4 py-2 ${run.state === "failed" ? "text-critical" : ""}`}>
                    {STATE_WORDS[run.state]}
                  </td>
                  <td className="px-4 py-2">{run.error ?? didWords(run.counts)}</td>
                  <td className="px-4 py-2 text-right tabular-nums">{formatCount(run.calls)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function Head({ children, isNumber = false }: { children: string; isNumber?: boolean }) {
  return (
    <th scope="col" className={`px-4 py-2 font-medium ${isNumber ? "text-right" : ""}`}>
      {children}
    </th>
  );
}

function didWords(counts: Readonly<Record<string, number>>): string {
  const done = Object.entries(counts).filter(([, count]) => count > 0);
  if (done.length === 0) return "nothing new";
  return done.map(([name, count]) => `${formatCount(count)} ${name}`).join(", ");
}
