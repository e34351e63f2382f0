"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SaveForm } from "#app/components/settings/save-form.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { sendJson } from "#app/lib/api.ts";

export function NameForm({ name }: { readonly name: string }) {
  const router = useRouter();
  const [draft, setDraft] = useState(name);
  const save = async () => {
    await sendJson("PATCH", "/api/organization", { name: draft });
    router.refresh();
  };
  return (
    <SaveForm
      onSave={save}
      label="Rename"
      canSave={draft.trim() !== "" && draft !== name}
      className="mt-3 max-w-sm"
    >
      <Field
        label="Name of the organisation"
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        required
        maxLength={100}
      />
    </SaveForm>
  );
}
