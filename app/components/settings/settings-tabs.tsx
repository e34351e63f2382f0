"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#app/lib/cn.ts";

const TABS = [
  { href: "/settings/members", label: "Members", forOwners: true },
  { href: "/settings/keys", label: "API keys", forOwners: true },
  { href: "/settings/clients", label: "AI clients", forOwners: false },
  { href: "/settings/connection", label: "Connection", forOwners: true },
  { href: "/settings/sync", label: "Sync", forOwners: true },
  { href: "/settings/changes", label: "Changes", forOwners: false },
  { href: "/settings/jobs", label: "Jobs", forOwners: true },
  { href: "/settings/account", label: "Account", forOwners: false },
] as const;

export function SettingsTabs({ isOwner }: { isOwner: boolean }) {
  const pathname = usePathname();
  const tabs = TABS.filter(({ forOwners }) => isOwner || !forOwners);
  return (
    <nav
      aria-label="Settings"
      className="flex gap-4 overflow-x-auto overflow-y-hidden border-b border-line"
    >
      {tabs.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={cn(
            "-mb-px whitespace-nowrap border-b-2 border-transparent px-1 py-2 font-medium text-muted hover:text-fg",
            pathname === href && "border-accent text-fg",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
