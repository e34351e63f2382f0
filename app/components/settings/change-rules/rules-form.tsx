"use client";

import { type FormEvent, useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { NumberField } from "#app/components/settings/number-field.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import { sendJson } from "#app/lib/api.ts";
import { type ChangeRules, NUMBER_RULES, RULES_PATH } from "./rules.ts";

interface RulesFormProps {
  readonly rules: ChangeRules;
  readonly mayEdit: boolean;
  readonly onSaved: (rules: ChangeRules) => void;
}

export function RulesForm({ rules, mayEdit, onSaved }: RulesFormProps) {
  const [draft, setDraft] = useState(rules);
  const [tags, setTags] = useState(rules.protected_tags.join(", "));
  const [iccids, setIccids] = useState(rules.protected_iccids.join("\n"));
  const [isSaved, setSaved] = useState(false);
  const { submit, isBusy, problem } = useSubmit(async () => {
    setSaved(false);
    const next = { ...draft, protected_tags: partsOf(tags), protected_iccids: partsOf(iccids) };
    onSaved((await sendJson<ChangeRules>("PUT", RULES_PATH, next)) ?? next);
    setSaved(true);
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form onSubmit={save} className="mt-4 flex flex-col gap-5">
      {NUMBER_RULES.map(({ key, isOptional, ...field }) => (
        <NumberField
          key={key}
          {...field}
          required={!isOptional}
          value={draft[key]}
          disabled={!mayEdit}
          onChange={(value) => setDraft({ ...draft, [key]: value })}
        />
      ))}
      <TextArea
        label="Protected tags"
        hint="SIMs with one of these tags are left out of a change, unless they are named one by one. Separate tags by commas."
        value={tags}
        disabled={!mayEdit}
        onChange={(event) => setTags(event.target.value)}
      />
      <TextArea
        label="Protected SIMs"
        hint="ICCIDs, one a line. They are left out like those with a protected tag."
        value={iccids}
        disabled={!mayEdit}
        spellCheck={false}
        className="font-mono"
        onChange={(event) => setIccids(event.target.value)}
      />
      {problem ? <Notice tone="critical">{problem}</Notice> : null}
      {isSaved ? (
        <Notice tone="good">Saved. The rules hold for what is proposed from now on.</Notice>
      ) : null}
      {mayEdit ? (
        <div>
          <Button type="submit" look="primary" disabled={isBusy}>
            {isBusy ? "Saving …" : "Save"}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function partsOf(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).map((part) => part.trim()))].filter((part) => part !== "");
}
