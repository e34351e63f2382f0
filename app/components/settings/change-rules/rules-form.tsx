"use client";

import { useState } from "react";
import { NumberField } from "#app/components/settings/number-field.tsx";
import { SaveForm } from "#app/components/settings/save-form.tsx";
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
  const save = async () => {
    const next = { ...draft, protected_tags: partsOf(tags), protected_iccids: partsOf(iccids) };
    onSaved((await sendJson<ChangeRules>("PUT", RULES_PATH, next)) ?? next);
  };
  return (
    <SaveForm
      onSave={save}
      savedText="Saved. The rules hold for what is proposed from now on."
      isReadOnly={!mayEdit}
      className="gap-5"
    >
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
    </SaveForm>
  );
}

function partsOf(text: string): string[] {
  return [...new Set(text.split(/[,\n]/).map((part) => part.trim()))].filter((part) => part !== "");
}
