"use client";

import { useId } from "react";
import { Choice, type Option } from "#app/components/ui/choice.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { SearchField } from "#app/components/ui/search-field.tsx";
import { useKnown } from "#app/components/use-known.ts";
import { actionChoice } from "./action-words.ts";
import { CHANNEL_WORDS } from "./channel-words.ts";
import type { AuditChoice } from "./choice.ts";

interface AuditFiltersProps {
  readonly choice: AuditChoice;
  readonly onChange: (name: keyof AuditChoice, value: string) => void;
}

const CHANNELS: readonly Option[] = [["", "Any channel"], ...Object.entries(CHANNEL_WORDS)];

/** Which entries are listed: by whom, what, to what, through which door and when. */
export function AuditFilters({ choice, onChange }: AuditFiltersProps) {
  const actors = useKnown("audit_logs.actor", choice.actor);
  const actions = useKnown("audit_logs.action", choice.action);
  const choose = (name: keyof AuditChoice) => (value: string) => onChange(name, value);
  return (
    <search className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <Choice
        label="Who"
        value={choice.actor}
        options={[["", "Anybody"], ...actors.map((name): Option => [name, name])]}
        onChange={choose("actor")}
        className="sm:max-w-44"
      />
      <Choice
        label="What"
        value={choice.action}
        options={[["", "Any action"], ...actions.map((one): Option => [one, actionChoice(one)])]}
        onChange={choose("action")}
        className="sm:max-w-44"
      />
      <Choice label="Door" value={choice.channel} options={CHANNELS} onChange={choose("channel")} />
      <SearchField
        value={choice.resource_id}
        onChange={choose("resource_id")}
        label="To what"
        placeholder="ICCID, e-mail or id, in full"
        className="sm:w-52"
      />
      <div className="contents sm:flex sm:gap-2">
        <Day label="From" value={choice.from} max={choice.to} onChange={choose("from")} />
        <Day label="To" value={choice.to} min={choice.from} onChange={choose("to")} />
      </div>
    </search>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (value: string) => void;
}

function Day({ label, value, min, max, onChange }: DayProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 items-center gap-2 text-muted">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={({ target }) => onChange(target.value)}
        className="min-w-0 px-2 sm:w-34"
      />
    </div>
  );
}
