"use client";

import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { cn } from "#app/lib/cn.ts";
import { rememberCookie } from "#app/lib/cookie.ts";
import { RAIL_COOKIE } from "#app/lib/rail.ts";
import { Logo } from "./logo.tsx";
import { type Destination, isCurrent } from "./navigation.ts";
import { useDestinations } from "./use-destinations.ts";

const ROW =
  "flex h-9 items-center gap-3 rounded-md px-2.5 text-muted transition-colors hover:bg-hover hover:text-fg [&_svg]:size-[18px] [&_svg]:shrink-0";

/** Left navigation from tablet width on; narrow (icons only) below desktop width or by choice. */
export function Rail({ initiallyNarrow }: { initiallyNarrow: boolean }) {
  const [isNarrow, setIsNarrow] = useState(initiallyNarrow);
  const pathname = usePathname();
  const { upper, lower } = useDestinations();
  const toggle = () => {
    setIsNarrow(!isNarrow);
    rememberCookie(RAIL_COOKIE, isNarrow ? "wide" : "narrow");
  };
  const label = cn("truncate max-lg:sr-only", isNarrow && "sr-only");
  const ToggleIcon = isNarrow ? PanelLeftOpen : PanelLeftClose;
  const link = (destination: Destination) => (
    <RailLink
      key={destination.href}
      destination={destination}
      current={isCurrent(destination, pathname)}
      labelClassName={label}
    />
  );

  return (
    <nav
      aria-label="Main"
      className={cn(
        "flex w-14 shrink-0 flex-col gap-1 border-r border-line bg-sunken p-2 max-md:hidden",
        !isNarrow && "lg:w-44",
      )}
    >
      <Link
        href="/chat"
        aria-label="Simon, home"
        className="mb-3 flex h-9 items-center gap-2.5 px-1.5"
      >
        <Logo className="size-6 shrink-0" />
        <span className={cn("text-lg font-semibold tracking-tight", label)}>Simon</span>
      </Link>
      {upper.map(link)}
      <div className="flex-1" />
      {lower.map(link)}
      <button
        type="button"
        onClick={toggle}
        className={cn(ROW, "max-lg:hidden")}
        aria-label={isNarrow ? "Widen the navigation" : "Narrow the navigation"}
        title={isNarrow ? "Widen the navigation" : "Narrow the navigation"}
      >
        <ToggleIcon aria-hidden />
      </button>
    </nav>
  );
}

interface RailLinkProps {
  readonly destination: Destination;
  readonly current: boolean;
  readonly labelClassName: string;
}

function RailLink({ destination, current, labelClassName }: RailLinkProps) {
  const Icon = destination.icon;
  return (
    <Link
      href={destination.href}
      aria-current={current ? "page" : undefined}
      title={destination.label}
      className={cn(
        ROW,
        current && "bg-accent-soft font-medium text-accent hover:bg-accent-soft hover:text-accent",
      )}
    >
      <Icon aria-hidden />
      <span className={labelClassName}>{destination.label}</span>
    </Link>
  );
}
