"use client";

import {
  Bot,
  Cable,
  KeyRound,
  LogOut,
  type LucideIcon,
  MessageSquarePlus,
  RefreshCw,
  ShieldCheck,
  Timer,
  Upload,
  UserPlus,
  UserRound,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useDestinations } from "#app/components/shell/use-destinations.ts";
import { useMay } from "#app/components/viewer.tsx";
import { signOut } from "#app/lib/session-client.ts";
import type { Entry } from "./entry.ts";

type Place = readonly [href: string, label: string, icon: LucideIcon];

const SETTINGS: readonly Place[] = [
  ["/settings/clients", "AI clients", Bot],
  ["/settings/changes", "Rules for changes", ShieldCheck],
  ["/settings/account", "Your account", UserRound],
];
const OWNERS_SETTINGS: readonly Place[] = [
  ["/settings/members", "Members", UserPlus],
  ["/settings/keys", "API keys", KeyRound],
  ["/settings/connection", "Provider connection", Cable],
  ["/settings/sync", "Synchronisation", RefreshCw],
  ["/settings/jobs", "Jobs", Timer],
];

/** Pages, and what can be done from anywhere. */
export function usePlaces(): { readonly pages: Entry[]; readonly actions: Entry[] } {
  const router = useRouter();
  const { upper, lower } = useDestinations();
  const isOwner = useMay("org:admin");
  const mayLoad = useMay("sims:write");
  const place = (id: string, [href, label, icon]: Place, hint?: string): Entry => ({
    id,
    label,
    icon,
    hint,
    run: () => router.push(href),
  });
  const pages = [...upper, ...lower].map(({ href, label, icon }) =>
    place(href, [href, label, icon]),
  );
  const settings = [...SETTINGS, ...(isOwner ? OWNERS_SETTINGS : [])].map((one) =>
    place(one[0], one, "Settings"),
  );
  const actions: Entry[] = [
    place("new", ["/chat", "New conversation", MessageSquarePlus]),
    ...(mayLoad ? [place("load", ["/import", "Load your own CSV", Upload])] : []),
    ...(isOwner ? [place("invite", ["/settings/members", "Invite somebody", UserPlus])] : []),
    ...(isOwner ? [place("key", ["/settings/keys", "Make an API key", KeyRound])] : []),
    { id: "sign-out", label: "Sign out", icon: LogOut, run: () => void signOut() },
  ];
  return { pages: [...pages, ...settings], actions };
}
