"use client";

import { ChevronDown } from "lucide-react";
import { useAsk } from "#app/components/chat/use-ask.ts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { Menu, MenuItem, MenuLabel } from "#app/components/ui/menu.tsx";
import { changesOf } from "#app/lib/chip-changes.ts";
import type { Answer } from "#query/answer.ts";
import type { ChangedAnswer } from "./use-changed-answer.ts";

type Chip = Answer["chips"][number];

const NAMES: Record<Chip["kind"], string> = {
  metric: "What is measured",
  period: "Period",
  filter: "Filter",
  group: "Grouped by",
  order: "Order",
};

interface ChangeableChipProps {
  readonly chip: Chip;
  readonly asked: ChangedAnswer;
}

/** A part of the interpretation; pressing it offers what to put in its place, asked at once. */
export function ChangeableChip({ chip, asked }: ChangeableChipProps) {
  const { draft, isReadOnly } = useAsk();
  const now = useFleetNow();
  const { query, change, isBusy } = asked;
  const text = chip.kind === "group" && !/^by /.test(chip.text) ? `by ${chip.text}` : chip.text;
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-disabled={isBusy || undefined} // disabled it would lose the focus
          aria-label={`${NAMES[chip.kind]}: ${chip.text}. Change`}
          className="inline-flex max-w-full items-center gap-1 rounded-full border border-line px-2.5 py-0.5 text-sm hover:border-line-strong hover:bg-hover aria-disabled:opacity-60"
        >
          <span className="truncate">{text}</span>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
        </button>
      }
    >
      <MenuLabel>{NAMES[chip.kind]}</MenuLabel>
      {query && !isBusy
        ? changesOf(chip, query, now).map(({ label, query: next }) => (
            <MenuItem key={label} onSelect={() => void change(next)}>
              {label}
            </MenuItem>
          ))
        : null}
      {isReadOnly ? null : (
        <MenuItem onSelect={() => draft(`Instead of “${chip.text}”: `)}>Say it yourself …</MenuItem>
      )}
    </Menu>
  );
}
