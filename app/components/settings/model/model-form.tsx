"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SaveForm } from "#app/components/settings/save-form.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { ModelChoice } from "#domain/models/show-model-choice.ts";
import { ModelOption } from "./model-option.tsx";

export function ModelForm({ models, chosen }: ModelChoice) {
  const router = useRouter();
  const answering = models.find(({ name }) => name === chosen) ?? models[0];
  const [wanted, setWanted] = useState(answering?.name);
  const save = async () => {
    await sendJson("PUT", "/api/model", { model: wanted });
    router.refresh();
  };
  const isGone = chosen !== null && chosen !== answering?.name;
  return (
    <SaveForm
      onSave={save}
      savedText="Saved. It answers from the next question on."
      canSave={wanted !== chosen}
      isReadOnly={models.length === 1}
    >
      {isGone ? (
        <Notice tone="attention" title={`${chosen} is not configured any more`}>
          It was chosen here. Until another one is, {answering?.name} answers.
        </Notice>
      ) : null}
      <fieldset className="flex flex-col gap-2">
        <legend className="sr-only">Model</legend>
        {models.map((model) => (
          <ModelOption
            key={model.name}
            model={model}
            isChecked={model.name === wanted}
            isAnswering={model.name === answering?.name}
            onChoose={() => setWanted(model.name)}
          />
        ))}
      </fieldset>
      {models.length === 1 ? <HowToConfigure /> : null}
    </SaveForm>
  );
}

function HowToConfigure() {
  return (
    <Notice title="No language model is configured">
      <p>
        Whoever runs this installation names some in its environment and starts it again. Then they
        can be chosen here:
      </p>
      <pre className="mt-2 overflow-x-auto rounded-md bg-sunken p-3 font-mono text-sm">
        {"SIMON_MODEL=planner,openai:MODEL\nOPENAI_API_KEY=…"}
      </pre>
      <p className="mt-2">
        Also <code>anthropic:MODEL</code>, and <code>openai-compatible:MODEL</code> for a server of
        your own. <code>.env.example</code> explains them.
      </p>
    </Notice>
  );
}
