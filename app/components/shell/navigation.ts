import {
  CardSim,
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
  { href: "/sims", label: "SIMs", icon: CardSim },
  { href: "/changes", label: "Changes", icon: ListChecks },
  { href: "/import", label: "Load data", icon: Upload },
];

export const SETTINGS: Destination = { href: "/settings", label: "Settings", icon: Settings };

export function isCurrent(destination: Destination, pathname: string): boolean {
  return pathname === destination.href || pathname.startsWith(`${destination.href}/`);
}
