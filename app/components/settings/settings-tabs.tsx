"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#app/lib/cn.ts";
import { settingsPages } from "./settings-pages.ts";

export function SettingsTabs({ isOwner }: { isOwner: boolean }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Settings"
      className="flex gap-4 overflow-x-auto overflow-y-hidden border-b border-line"
    >
      {settingsPages(isOwner).map(({ href, tab }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={cn(
            "-mb-px whitespace-nowrap border-b-2 border-transparent px-1 py-2 font-medium text-muted hover:text-fg",
            pathname === href && "border-accent text-fg",
          )}
        >
          {tab}
        </Link>
      ))}
    </nav>
  );
}
