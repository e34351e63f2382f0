"use client";

import { Building2, ChevronsUpDown } from "lucide-react";
import { Menu, MenuLabel, MenuRadio } from "#app/components/ui/menu.tsx";
import { switchOrganization } from "#app/lib/session-client.ts";

export interface OrganizationChoice {
  readonly id: string;
  readonly name: string;
}

interface OrganizationSwitcherProps {
  readonly current: OrganizationChoice;
  readonly choices: readonly OrganizationChoice[];
}

/** The organisation's name; a menu only where there is something to choose. */
export function OrganizationSwitcher({ current, choices }: OrganizationSwitcherProps) {
  if (choices.length < 2) {
    return (
      <span className="flex min-w-0 items-center gap-2 px-1 font-medium">
        <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="truncate">{current.name}</span>
      </span>
    );
  }
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Organisation: ${current.name}. Switch`}
          className="flex h-8 min-w-0 items-center gap-2 rounded-md px-2 font-medium hover:bg-hover"
        >
          <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="truncate">{current.name}</span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </button>
      }
    >
      <MenuLabel>Organisation</MenuLabel>
      <MenuRadio
        value={current.id}
        onChange={switchOrganization}
        options={choices.map((choice) => ({ value: choice.id, label: choice.name }))}
      />
    </Menu>
  );
}
