"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Menu, MenuLink } from "#app/components/ui/menu.tsx";
import { cn } from "#app/lib/cn.ts";
import { isCurrent } from "./navigation.ts";
import { useDestinations } from "./use-destinations.ts";

const CELL =
  "flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 text-xs text-muted";
const CURRENT = "font-medium text-accent";

/** Navigation on a phone: the first pages at hand, the others behind “More”. */
export function BottomBar() {
  const pathname = usePathname();
  const { upper, lower } = useDestinations();
  const more = [...upper.filter(({ isOnPhone }) => !isOnPhone), ...lower];
  return (
    <nav
      aria-label="Main"
      className="flex shrink-0 border-t border-line bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {upper
        .filter(({ isOnPhone }) => isOnPhone)
        .map((destination) => {
          const current = isCurrent(destination, pathname);
          const Icon = destination.icon;
          return (
            <Link
              key={destination.href}
              href={destination.href}
              aria-current={current ? "page" : undefined}
              className={cn(CELL, current && CURRENT)}
            >
              <Icon aria-hidden className="size-5" />
              {destination.label}
            </Link>
          );
        })}
      <Menu
        side="top"
        align="end"
        trigger={
          <button
            type="button"
            className={cn(CELL, more.some((one) => isCurrent(one, pathname)) && CURRENT)}
          >
            <Ellipsis aria-hidden className="size-5" />
            More
          </button>
        }
      >
        {more.map(({ href, label, icon: Icon }) => (
          <MenuLink key={href} href={href}>
            <Icon aria-hidden />
            {label}
          </MenuLink>
        ))}
      </Menu>
    </nav>
  );
}
