import {
  Activity,
  CardSim,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MessageSquare,
  ScrollText,
  Settings,
  Upload,
  UsersRound,
} from "lucide-react";
import type { Scope } from "#core/actor.ts";

export interface Destination {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** At hand on a phone, which has room for four beside “More”. */
  readonly isOnPhone?: boolean;
  /** Nothing for somebody without it. */
  readonly scope?: Scope;
}

/** An entry appears with its page, never before. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/chat", label: "Chat", icon: MessageSquare, isOnPhone: true },
  { href: "/overview", label: "Overview", icon: LayoutDashboard, isOnPhone: true },
  { href: "/sims", label: "SIMs", icon: CardSim, isOnPhone: true },
  { href: "/customers", label: "Customers", icon: UsersRound },
  { href: "/anomalies", label: "Anomalies", icon: Activity, isOnPhone: true },
  { href: "/changes", label: "Changes", icon: ListChecks },
  { href: "/import", label: "Load data", icon: Upload },
];

/** At the foot of the rail. */
export const LOWER_DESTINATIONS: readonly Destination[] = [
  { href: "/audit", label: "Audit", icon: ScrollText, scope: "audit:read" },
  { href: "/settings", label: "Settings", icon: Settings },
];

export function isCurrent(destination: Destination, pathname: string): boolean {
  return pathname === destination.href || pathname.startsWith(`${destination.href}/`);
}
