"use client";

import { ComposerPrimitive } from "@assistant-ui/react";
import { MessageCircleQuestionMark, SquarePen, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { useAsk } from "../use-ask.ts";
import { TriggerList } from "./trigger-list.tsx";

const ICONS = { ask: MessageCircleQuestionMark, new: SquarePen, load: Upload };

/** Questions of every day, to be sent as they are or with another number. */
const QUESTIONS = [
  ["running-out", "which SIMs run out of data in the next 7 days?"],
  ["silent", "which active SIMs were not seen for 3 days?"],
  ["usage", "daily data usage over the last 30 days"],
  ["top", "top 10 SIMs by data usage last week"],
  ["anomalies", "open anomalies of the last 7 days"],
  ["alerts", "which alerts are not acknowledged?"],
  ["tickets", "open support tickets by priority"],
] as const;

const PLACES = [
  { id: "new", description: "Begin a new conversation", path: "/chat" },
  { id: "load", description: "Load your own CSV", path: "/import" },
] as const;

const COMMANDS = [
  ...QUESTIONS.map(([id, question]) => ({
    id,
    type: "ask",
    label: `/${id}`,
    description: question,
  })),
  ...PLACES.map(({ id, description }) => ({ id, type: id, label: `/${id}`, description })),
];

/** `/` at the very beginning: a question or a place by its short name. */
export function SlashCommands() {
  const { draft } = useAsk();
  const router = useRouter();
  const adapter = useMemo(
    () => ({ categories: () => [], categoryItems: () => [], search: commandsLike }),
    [],
  );
  const run = ({ id }: { readonly id: string }) => {
    const question = QUESTIONS.find(([name]) => name === id);
    if (question) draft(question[1]);
    const place = PLACES.find((candidate) => candidate.id === id);
    if (place) router.push(place.path);
  };
  return (
    <TriggerList
      char="/"
      matcher={atStart}
      adapter={adapter}
      aria-label="Commands"
      icons={ICONS}
      emptyText="No command is called so."
    >
      <ComposerPrimitive.Unstable_TriggerPopover.Action onExecute={run} removeOnExecute />
    </TriggerList>
  );
}

/** Dates and shares have strokes too, further on. */
function atStart(text: string, char: string, cursor: number) {
  const typed = text.slice(0, cursor);
  if (!typed.startsWith(char) || /\s/.test(typed)) return null;
  return { query: typed.slice(char.length), offset: 0, endOffset: cursor };
}

/** Those of that name first, then those whose question has a word that begins so. */
function commandsLike(query: string) {
  const sought = query.toLowerCase();
  const named = COMMANDS.filter(({ id }) => id.startsWith(sought));
  const about = COMMANDS.filter(
    ({ id, description }) =>
      !id.startsWith(sought) && ` ${description.toLowerCase()}`.includes(` ${sought}`),
  );
  return [...named, ...about];
}
