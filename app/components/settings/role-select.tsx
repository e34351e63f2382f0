"use client";

import { ROLES, type Role } from "#core/actor.ts";

export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  viewer: "sees the fleet",
  analyst: "sees the fleet, may write SQL",
  operator: "sees SMS text, proposes and approves changes",
  owner: "may do everything, manages members and keys",
};

interface RoleSelectProps {
  readonly id?: string;
  readonly label?: string;
  readonly value: Role;
  readonly disabled?: boolean;
  readonly onChange: (role: Role) => void;
}

export function RoleSelect({ id, label, value, disabled, onChange }: RoleSelectProps) {
  return (
    <select
      id={id}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => {
        const role = ROLES.find((known) => known === event.target.value);
        if (role) onChange(role);
      }}
      className="h-9 rounded-md border border-line-strong bg-raised px-2 text-base text-fg disabled:opacity-60"
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {role}
        </option>
      ))}
    </select>
  );
}
