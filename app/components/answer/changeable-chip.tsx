"use client";

import { ChevronDown } from "lucide-react";
import { useAsk } from "#app/components/chat/use-ask.ts";
import { Menu, MenuItem, MenuLabel } from "#app/components/ui/menu.tsx";
import type { Answer } from "#query/answer.ts";

type Chip = Answer["chips"][number];

const NAMES: Record<Chip["kind"], string> = {
  metric: "What is measured",
  period: "Period",
  filter: "Filter",
  group: "Grouped by",
  order: "Order",
};

/** Follow-up questions that change one part of the previous one. */
const CHANGES: Record<Chip["kind"], readonly string[]> = {
  period: [
    "And yesterday?",
    "And in the last 7 days?",
    "And last month?",
    "And in the last 90 days?",
  ],
  group: ["By customer instead", "By country instead", "By operator instead", "By day instead"],
  metric: [],
  filter: [],
  order: [],
};

/** A part of the interpretation; pressing it offers other readings, each asked as a follow-up. */
export function ChangeableChip({ chip }: { chip: Chip }) {
  const { ask, draft } = useAsk();
  const text = chip.kind === "group" && !/^by /.test(chip.text) ? `by ${chip.text}` : chip.text;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${NAMES[chip.kind]}: ${chip.text}. Change`}
          className="inline-flex max-w-full items-center gap-1 rounded-full border border-line px-2.5 py-0.5 text-sm hover:border-line-strong hover:bg-hover"
        >
          <span className="truncate">{text}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </button>
      }
    >
      <MenuLabel>{NAMES[chip.kind]}</MenuLabel>
      {CHANGES[chip.kind].map((question) => (
        <MenuItem key={question} onSelect={() => ask(question)}>
          {question}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => draft(`Instead of “${chip.text}”: `)}>Say it yourself …</MenuItem>
    </Menu>
  );
}
