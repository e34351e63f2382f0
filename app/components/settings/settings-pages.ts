import {
  Bell,
  Bot,
  BrainCircuit,
  Building2,
  Cable,
  Hourglass,
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

interface SettingsGroup {
  readonly title: string;
  readonly pages: readonly SettingsPage[];
}

const GROUPS: readonly SettingsGroup[] = [
  {
    title: "You",
    pages: [
      page("profile", UserRound, "Profile", "Your profile"),
      page("notifications", Bell, "Notifications"),
    ],
  },
  {
    title: "Organisation",
    pages: [
      page("organization", Building2, "General", "Organisation"),
      page("members", UserPlus, "Members"),
      page("model", BrainCircuit, "Model", "Which model answers"),
      page("changes", ShieldCheck, "Changes", "Rules for changes"),
    ],
  },
  {
    title: "Access",
    pages: [page("keys", KeyRound, "API keys"), page("clients", Bot, "AI clients")],
  },
  {
    title: "Data",
    pages: [
      page("connection", Cable, "Connection", "Provider connection"),
      page("sync", RefreshCw, "Sync", "Synchronisation"),
      page("jobs", Timer, "Jobs"),
      page("retention", Hourglass, "Retention", "How long things are kept"),
    ],
  },
];
const FOR_ALL = new Set([
  "/settings/profile",
  "/settings/notifications",
  "/settings/changes",
  "/settings/clients",
]);

/** The pages that somebody may open, in their order, by what they are about. */
export function settingsGroups(isOwner: boolean): SettingsGroup[] {
  return GROUPS.map(({ title, pages }) => ({
    title,
    pages: pages.filter(({ href }) => isOwner || FOR_ALL.has(href)),
  })).filter(({ pages }) => pages.length > 0);
}

export function settingsPages(isOwner: boolean): SettingsPage[] {
  return settingsGroups(isOwner).flatMap(({ pages }) => pages);
}

function page(path: string, icon: LucideIcon, tab: string, title = tab): SettingsPage {
  return { href: `/settings/${path}`, tab, title, icon };
}
