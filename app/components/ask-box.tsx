"use client";

import { ArrowUp } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { useAskChat } from "./use-ask-chat.ts";

interface AskBoxProps {
  readonly placeholder: string;
  /** What the question is about where it names nothing: an ICCID, or the name of a customer. */
  readonly about?: string;
}

const MAX_CHARACTERS = 2000;

/** A question from any page; a new conversation answers it. */
export function AskBox({ placeholder, about }: AskBoxProps) {
  const askChat = useAskChat();
  const [text, setText] = useState("");
  const question = text.trim();
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (question === "") return;
    askChat(about ? `${about}: ${question}` : question);
  };
  return (
    <form onSubmit={ask} className="flex gap-2">
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={MAX_CHARACTERS}
        placeholder={placeholder}
        aria-label="Ask a question"
        autoComplete="off"
      />
      <Button type="submit" look="primary" disabled={question === ""} className="shrink-0">
        <ArrowUp aria-hidden />
        Ask
      </Button>
    </form>
  );
}
