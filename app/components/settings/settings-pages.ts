import {
  Bot,
  Cable,
  KeyRound,
  type LucideIcon,
  RefreshCw,
  ShieldCheck,
  Timer,
  UserPlus,
  UserRound,
} from "lucide-react";

interface SettingsPage {
  readonly href: string;
  /** Among the others. */
  readonly tab: string;
  /** Where nothing says that it is a setting. */
  readonly title: string;
  readonly icon: LucideIcon;
}

const PAGES: readonly SettingsPage[] = [
  page("members", UserPlus, "Members"),
  page("keys", KeyRound, "API keys"),
  page("clients", Bot, "AI clients"),
  page("connection", Cable, "Connection", "Provider connection"),
  page("sync", RefreshCw, "Sync", "Synchronisation"),
  page("changes", ShieldCheck, "Changes", "Rules for changes"),
  page("jobs", Timer, "Jobs"),
  page("account", UserRound, "Account", "Your account"),
];
const FOR_ALL = new Set(["/settings/clients", "/settings/changes", "/settings/account"]);

/** Those that somebody may open, in their order. */
export function settingsPages(isOwner: boolean): SettingsPage[] {
  return PAGES.filter(({ href }) => isOwner || FOR_ALL.has(href));
}

function page(path: string, icon: LucideIcon, tab: string, title = tab): SettingsPage {
  return { href: `/settings/${path}`, tab, title, icon };
}
