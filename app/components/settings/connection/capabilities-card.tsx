import { CircleCheck, CircleMinus } from "lucide-react";
import { Card } from "#app/components/ui/card.tsx";
import { CAPABILITY_WORDS, type ConnectionState } from "./connection.ts";

interface CapabilitiesCardProps {
  readonly capabilities: ConnectionState["capabilities"];
  readonly isConnected: boolean;
}

/** What the provider can do, and why not where it cannot. */
export function CapabilitiesCard({ capabilities, isConnected }: CapabilitiesCardProps) {
  const rows = Object.entries(CAPABILITY_WORDS).map(([key, words]) => ({
    key,
    words,
    answer: capabilities[key as keyof typeof CAPABILITY_WORDS],
  }));
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">
        {isConnected ? "What the provider can do" : "What works without a provider"}
      </h2>
      <ul className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {rows.map(({ key, words, answer }) => (
          <li key={key} className="flex items-start gap-2">
            {answer === true ? (
              <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-good" />
            ) : (
              <CircleMinus aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
            )}
            <div className="min-w-0">
              <p>
                {words}
                <span className="sr-only">{answer === true ? ": yes" : ": no"}</span>
              </p>
              {answer === true ? null : <p className="text-sm text-muted">{answer}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
