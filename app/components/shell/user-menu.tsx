"use client";

import { LogOut, UserRound } from "lucide-react";
import {
  Menu,
  MenuCheck,
  MenuItem,
  MenuLabel,
  MenuLink,
  MenuRadio,
  MenuSeparator,
} from "#app/components/ui/menu.tsx";
import { THEME_OPTIONS, useAppearance, wear } from "#app/lib/appearance.ts";
import { signOut } from "#app/lib/session-client.ts";
import type { Appearance } from "#app/lib/theme.ts";

interface UserMenuProps {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly initialAppearance: Appearance;
}

export function UserMenu({ name, email, role, initialAppearance }: UserMenuProps) {
  const appearance = useAppearance(initialAppearance);
  return (
    <Menu
      align="end"
      className="w-60"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${email}`}
          className="flex size-8 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent uppercase hover:bg-hover"
        >
          {[...name][0] /* of two halves where it is an emoji */}
        </button>
      }
    >
      <MenuLabel>
        <span className="block truncate text-base font-medium text-fg">{name}</span>
        <span className="block truncate">{email}</span>
        <span className="capitalize">{role}</span>
      </MenuLabel>
      <MenuLink href="/settings/profile">
        <UserRound aria-hidden />
        Profile
      </MenuLink>
      <MenuSeparator />
      <MenuLabel>Appearance</MenuLabel>
      <MenuRadio
        value={appearance.theme}
        onChange={(theme) => wear({ ...appearance, theme })}
        options={THEME_OPTIONS}
      />
      <MenuCheck
        checked={appearance.highContrast}
        onChange={(highContrast) => wear({ ...appearance, highContrast })}
      >
        High contrast
      </MenuCheck>
      <MenuSeparator />
      <MenuItem onSelect={signOut}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
