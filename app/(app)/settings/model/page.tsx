import type { Metadata } from "next";
import { ModelForm } from "#app/components/settings/model/model-form.tsx";
import { OwnersOnly } from "#app/components/settings/owners-only.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { hasScope } from "#core/actor.ts";
import { showModelChoice } from "#domain/models/show-model-choice.ts";

export const metadata: Metadata = { title: "Model" };

export default async function ModelPage() {
  const viewer = await requireViewer();
  if (!hasScope(viewer, "org:admin")) return <OwnersOnly viewer={viewer} />;
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">Which model answers</h2>
      <p className="mt-1 max-w-prose text-muted">
        It understands the questions that are asked here, in the chat and over REST and MCP. Figures
        always come from the same queries, and changes are approved by people, whichever it is.
      </p>
      <ModelForm {...(await showModelChoice(viewer))} />
    </Card>
  );
}
