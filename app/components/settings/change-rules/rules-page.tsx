"use client";

import useSWR from "swr";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { type ChangeRules, RULES_PATH } from "./rules.ts";
import { RulesForm } from "./rules-form.tsx";

/** The rules that decide how a change is approved: owners edit them, everybody reads them. */
export function RulesPage() {
  const mayEdit = useMay("org:admin");
  const { data, error, mutate } = useSWR<ChangeRules, RequestFailed>(RULES_PATH, getJson, {
    revalidateOnFocus: false,
  });
  if (!data && error)
    return <LoadFailed title="The rules could not be loaded" error={error} retry={mutate} />;
  if (!data)
    return (
      <div role="status" aria-label="Loading the rules">
        <Skeleton className="h-96" />
      </div>
    );
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">How changes are approved</h2>
      <p className="mt-1 max-w-prose text-muted">
        Every change of the fleet is previewed, and a person approves it. These rules say when one
        click is not enough, and which SIMs are left alone.
      </p>
      {mayEdit ? null : (
        <p className="mt-2 text-muted">Only owners change these rules. You see how they stand.</p>
      )}
      <RulesForm
        rules={data}
        mayEdit={mayEdit}
        onSaved={(saved) => void mutate(saved, { revalidate: false })}
      />
    </Card>
  );
}
