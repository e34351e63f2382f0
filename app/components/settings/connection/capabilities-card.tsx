import { CircleCheck, CircleMinus } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "#app/components/ui/card.tsx";
import { CAPABILITY_WORDS, type ConnectionState } from "./connection.ts";

interface CapabilitiesCardProps {
  readonly capabilities: ConnectionState["capabilities"];
  readonly isConnected: boolean;
}

/** What the provider can do, and why not where it cannot. */
export function CapabilitiesCard({ capabilities, isConnected }: CapabilitiesCardProps) {
  const rows = Object.entries(CAPABILITY_WORDS).map(([key, words]) => ({
    words,
    answer: capabilities[key as keyof typeof CAPABILITY_WORDS],
  }));
  const able = rows.filter(({ answer }) => answer === true);
  const unable = Map.groupBy(
    rows.filter(({ answer }) => answer !== true),
    ({ answer }) => String(answer),
  );
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">
        {isConnected ? "What the provider can do" : "What works without a provider"}
      </h2>
      <ul className="mt-3 grid gap-x-8 gap-y-1 sm:grid-cols-2">
        {able.map(({ words }) => (
          <Line key={words} icon={<CircleCheck aria-hidden className="text-good" />}>
            {words}
          </Line>
        ))}
      </ul>
      {unable.size === 0 ? null : (
        <h3 className="mt-4 font-semibold">
          {isConnected ? "What it cannot do" : "What does not"}
        </h3>
      )}
      <ul className="mt-1 flex flex-col gap-2">
        {[...unable].map(([reason, of]) => (
          <Line key={reason} icon={<CircleMinus aria-hidden className="text-muted" />}>
            <p>{of.map(({ words }) => words).join(", ")}</p>
            <p className="text-sm text-muted">{reason}</p>
          </Line>
        ))}
      </ul>
    </Card>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-2 [&>svg]:mt-1 [&>svg]:size-4 [&>svg]:shrink-0">
      {icon}
      <div className="min-w-0">{children}</div>
    </li>
  );
}
