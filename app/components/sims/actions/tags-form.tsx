"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

export function TagsForm({ onPropose, isBusy }: ActionFormProps) {
  const [added, setAdded] = useState("");
  const [removed, setRemoved] = useState("");
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({
      ...(tagsIn(added).length > 0 ? { add_tags: tagsIn(added) } : {}),
      ...(tagsIn(removed).length > 0 ? { remove_tags: tagsIn(removed) } : {}),
    });
  };
  const isEmpty = tagsIn(added).length + tagsIn(removed).length === 0;
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <Field
        label="Add"
        hint="Several are separated by commas."
        autoComplete="off"
        value={added}
        onChange={(event) => setAdded(event.target.value)}
      />
      <Field
        label="Remove"
        autoComplete="off"
        value={removed}
        onChange={(event) => setRemoved(event.target.value)}
      />
      <ProposeButton isBusy={isBusy} disabled={isEmpty} />
    </form>
  );
}

function tagsIn(text: string): string[] {
  return [...new Set(text.split(",").map((tag) => tag.trim()))].filter((tag) => tag !== "");
}
