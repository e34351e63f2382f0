"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { formatCount } from "#app/lib/format.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

const MAX_TAGS = 50;
const MAX_CHARACTERS = 200;

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
  const isWrong = [added, removed].some((text) => problemOf(text) !== undefined);
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <Field
        label="Add"
        hint="Several are separated by commas."
        autoComplete="off"
        value={added}
        problem={problemOf(added)}
        onChange={(event) => setAdded(event.target.value)}
      />
      <Field
        label="Remove"
        autoComplete="off"
        value={removed}
        problem={problemOf(removed)}
        onChange={(event) => setRemoved(event.target.value)}
      />
      <ProposeButton isBusy={isBusy} disabled={isEmpty || isWrong} />
    </form>
  );
}

function tagsIn(text: string): string[] {
  return [...new Set(text.split(",").map((tag) => tag.trim()))].filter((tag) => tag !== "");
}

function problemOf(text: string): string | undefined {
  const tags = tagsIn(text);
  const long = tags.find((tag) => tag.length > MAX_CHARACTERS);
  if (long) {
    return `A tag has at most ${MAX_CHARACTERS} characters; “${long.slice(0, 20)} …” has ${formatCount(long.length)}.`;
  }
  if (tags.length > MAX_TAGS) {
    return `At most ${MAX_TAGS} tags at a time; these are ${formatCount(tags.length)}.`;
  }
  return undefined;
}
