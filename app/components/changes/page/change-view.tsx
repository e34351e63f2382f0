"use client";

import { Card } from "#app/components/ui/card.tsx";
import { ChangeCard } from "../change-card.tsx";
import { ItemsList } from "../items-list.tsx";
import { useChange } from "../use-change.ts";

/** One change with the words that asked for it and all its rows. */
export function ChangeView({ id }: { id: string }) {
  const { change } = useChange(id);
  return (
    <>
      {change ? null : <h1 className="sr-only">Change</h1>}
      <ChangeCard id={id} titleAs="h1" />
      {change?.words ? (
        <Card aria-label="What was asked" className="px-4 py-3">
          <h2 className="text-sm text-muted">Asked in these words</h2>
          <p className="mt-1 break-words whitespace-pre-wrap">“{change.words}”</p>
        </Card>
      ) : null}
      {change ? (
        <Card aria-label="All rows" className="overflow-hidden">
          <h2 className="border-b border-line px-4 py-3 font-medium">All rows</h2>
          <ItemsList change={change} />
        </Card>
      ) : null}
    </>
  );
}
