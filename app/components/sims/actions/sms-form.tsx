"use client";

import { type FormEvent, useState } from "react";
import { TextArea } from "#app/components/ui/text-area.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import { smsSize } from "#core/sms.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

const MAX_CHARACTERS = 1600;

export function SmsForm({ onPropose, isBusy }: ActionFormProps) {
  const [text, setText] = useState("");
  const problem = problemOf(text);
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ body: text });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <TextArea
        label="Text"
        value={text}
        hint={smsHint(text)}
        problem={problem}
        onChange={(event) => setText(event.target.value)}
      />
      <ProposeButton isBusy={isBusy} disabled={text.trim() === "" || problem !== undefined} />
    </form>
  );
}

/** What was pasted stays whole, for the person to choose what goes. */
function problemOf(text: string): string | undefined {
  const excess = text.length - MAX_CHARACTERS;
  if (excess <= 0) return undefined;
  return `${countOf(text.length, "character")}; at most ${formatCount(MAX_CHARACTERS)} can be sent. Shorten it by ${formatCount(excess)}.`;
}

/** Beyond one SMS the network sends several, and each may be charged. */
export function smsHint(text: string): string {
  const { isBasic, units, parts } = smsSize(text);
  const size = countOf(units, "character");
  const why = isBasic
    ? ""
    : " Letters or signs beyond the basic alphabet leave less than half the room.";
  return `${size}${parts > 1 ? `, sent as ${formatCount(parts)} SMS` : ""}.${why}`;
}
