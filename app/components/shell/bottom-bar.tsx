"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#app/lib/cn.ts";
import { DESTINATIONS, isCurrent, SETTINGS } from "./navigation.ts";

/** Navigation on a phone. */
export function BottomBar() {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className="flex shrink-0 border-t border-line bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {[...DESTINATIONS, SETTINGS].map((destination) => {
        const current = isCurrent(destination, pathname);
        const Icon = destination.icon;
        return (
          <Link
            key={destination.href}
            href={destination.href}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-14 flex-1 flex-col items-center justify-center gap-1 text-xs text-muted",
              current && "font-medium text-accent",
            )}
          >
            <Icon aria-hidden className="size-5" />
            {destination.label}
          </Link>
        );
      })}
    </nav>
  );
}
