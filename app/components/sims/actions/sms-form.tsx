"use client";

import { type FormEvent, useState } from "react";
import { TextArea } from "#app/components/ui/text-area.tsx";
import { countOf } from "#app/lib/format.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

const MAX_CHARACTERS = 1600;
const CHARACTERS_PER_SMS = 160;

export function SmsForm({ onPropose, isBusy }: ActionFormProps) {
  const [text, setText] = useState("");
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ body: text });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <TextArea
        label="Text"
        maxLength={MAX_CHARACTERS}
        value={text}
        hint={hintFor(text.length)}
        onChange={(event) => setText(event.target.value)}
      />
      <ProposeButton isBusy={isBusy} disabled={text.trim() === ""} />
    </form>
  );
}

/** Beyond one SMS the network sends several, and each may be charged. */
function hintFor(length: number): string {
  const parts = Math.ceil(length / CHARACTERS_PER_SMS);
  return `${countOf(length, "character")}${parts > 1 ? `: sent as several SMS, about ${parts}` : ""}.`;
}
