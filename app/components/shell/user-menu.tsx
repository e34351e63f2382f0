"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import {
  Menu,
  MenuCheck,
  MenuItem,
  MenuLabel,
  MenuRadio,
  MenuSeparator,
} from "#app/components/ui/menu.tsx";
import { rememberCookie } from "#app/lib/cookie.ts";
import { signOut } from "#app/lib/session-client.ts";
import {
  APPEARANCE_COOKIE,
  type Appearance,
  appearanceClasses,
  appearanceCookieValue,
  THEMES,
  type Theme,
} from "#app/lib/theme.ts";

const THEME_LABELS: Record<Theme, string> = {
  system: "Like the device",
  light: "Light",
  dark: "Dark",
};
const THEME_OPTIONS = THEMES.map((value) => ({ value, label: THEME_LABELS[value] }));

interface UserMenuProps {
  readonly email: string;
  readonly role: string;
  readonly initialAppearance: Appearance;
}

export function UserMenu({ email, role, initialAppearance }: UserMenuProps) {
  const [appearance, setAppearance] = useState(initialAppearance);
  const change = (next: Appearance) => {
    setAppearance(next);
    wear(next);
  };
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
          {email.slice(0, 1)}
        </button>
      }
    >
      <MenuLabel>
        <span className="block truncate text-base font-medium text-fg">{email}</span>
        <span className="capitalize">{role}</span>
      </MenuLabel>
      <MenuSeparator />
      <MenuLabel>Appearance</MenuLabel>
      <MenuRadio
        value={appearance.theme}
        onChange={(theme) => change({ ...appearance, theme })}
        options={THEME_OPTIONS}
      />
      <MenuCheck
        checked={appearance.highContrast}
        onChange={(highContrast) => change({ ...appearance, highContrast })}
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

function wear(appearance: Appearance) {
  const classes = document.documentElement.classList;
  classes.remove("light", "dark", "contrast");
  classes.add(...appearanceClasses(appearance).split(" ").filter(Boolean));
  rememberCookie(APPEARANCE_COOKIE, appearanceCookieValue(appearance));
}
