"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "#app/lib/cn.ts";
import { settingsGroups } from "./settings-pages.ts";

/** Beside the page where there is room, else a row that is pushed along above it. */
export function SettingsMenu({ isOwner }: { isOwner: boolean }) {
  const pathname = usePathname();
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a page
  useEffect(() => {
    const menu = row.current;
    const current = menu?.querySelector<HTMLElement>("[aria-current]");
    // scrollIntoView would push the page along, too
    if (menu && current)
      menu.scrollLeft = current.offsetLeft - (menu.clientWidth - current.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav
      ref={row}
      aria-label="Settings"
      className="relative flex gap-4 overflow-x-auto overflow-y-hidden border-b border-line lg:w-44 lg:shrink-0 lg:flex-col lg:self-start lg:overflow-visible lg:border-0"
    >
      {settingsGroups(isOwner).map(({ title, pages }) => (
        <div key={title} className="flex gap-4 lg:flex-col lg:gap-0.5">
          <h2 className="px-3 pb-1 text-sm text-muted max-lg:sr-only">{title}</h2>
          {pages.map(({ href, tab, icon: Icon }) => (
            <Link
              key={href}
              href={href}
              aria-current={pathname === href ? "page" : undefined}
              className={cn(
                "-mb-px flex items-center gap-2.5 border-b-2 border-transparent px-1 py-2 font-medium whitespace-nowrap text-muted hover:text-fg lg:mb-0 lg:h-8 lg:rounded-md lg:border-0 lg:px-3 lg:py-0 lg:font-normal lg:hover:bg-hover",
                pathname === href &&
                  "border-accent text-fg lg:bg-accent-soft lg:font-medium lg:text-accent lg:hover:bg-accent-soft lg:hover:text-accent",
              )}
            >
              <Icon aria-hidden className="size-4 shrink-0 max-lg:hidden" />
              {tab}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  );
}
