"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";

export function NameForm({ name }: { readonly name: string }) {
  const router = useRouter();
  const [draft, setDraft] = useState(name);
  const [isSaved, setSaved] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    setSaved(false);
    await sendJson("PATCH", "/api/organization", { name: draft });
    setSaved(true);
    router.refresh();
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form onSubmit={save} className="mt-3 flex max-w-sm flex-col gap-4">
      <Field
        label="Name of the organisation"
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        required
        maxLength={100}
      />
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {isSaved ? <Notice tone="good">Saved.</Notice> : null}
      <div>
        <Button
          type="submit"
          look="primary"
          disabled={isBusy || draft.trim() === "" || draft === name}
        >
          {isBusy ? "Saving …" : "Rename"}
        </Button>
      </div>
    </form>
  );
}
