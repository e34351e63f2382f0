import {
  Activity,
  CardSim,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MessageSquare,
  Settings,
  Upload,
} from "lucide-react";

export interface Destination {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

/** An entry appears with its page, never before. */
export const DESTINATIONS: readonly Destination[] = [
  { href: "/chat", label: "Chat", icon: MessageSquare },
  { href: "/overview", label: "Overview", icon: LayoutDashboard },
  { href: "/sims", label: "SIMs", icon: CardSim },
  { href: "/anomalies", label: "Anomalies", icon: Activity },
  { href: "/changes", label: "Changes", icon: ListChecks },
  { href: "/import", label: "Load data", icon: Upload },
];

/** So many of them, from the first, a phone has room for beside “More”. */
export const MOST_ON_A_PHONE = 4;

export const SETTINGS: Destination = { href: "/settings", label: "Settings", icon: Settings };

export function isCurrent(destination: Destination, pathname: string): boolean {
  return pathname === destination.href || pathname.startsWith(`${destination.href}/`);
}
