import { Card } from "#app/components/ui/card.tsx";

const REST: readonly (readonly [what: string, how: string])[] = [
  [
    "Audit log",
    "Kept for good. Each row seals the one before it, so that nothing can be taken out unnoticed, by us neither.",
  ],
  [
    "SIMs and their usage",
    "Kept until the SIM is deleted. Were single records removed, a file that is loaded again would count them twice.",
  ],
  ["Changes", "Kept with their results, so that they can be undone and explained."],
  [
    "Exports and reports that somebody asked for",
    "Links for one day. Their file is made when it is fetched, and nothing of it is kept.",
  ],
];

/** What no setting removes, and why. */
export function KeptForGood() {
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">What this does not touch</h2>
      <dl className="mt-3 flex max-w-prose flex-col gap-3">
        {REST.map(([what, how]) => (
          <div key={what}>
            <dt className="font-medium">{what}</dt>
            <dd className="text-muted">{how}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
