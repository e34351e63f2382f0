"use client";

import { RotateCcw } from "lucide-react";
import useSWR from "swr";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
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
    return (
      <Notice
        tone="critical"
        title="The rules could not be loaded"
        actions={
          <Button size="sm" onClick={() => void mutate()}>
            <RotateCcw aria-hidden />
            Try again
          </Button>
        }
      >
        {error.message}
      </Notice>
    );
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
