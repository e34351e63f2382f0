"use client";

import {
  Compass,
  KeyRound,
  ListTree,
  LogOut,
  type LucideIcon,
  MessageSquarePlus,
  Upload,
  UserPlus,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { settingsPages } from "#app/components/settings/settings-pages.ts";
import { useDestinations } from "#app/components/shell/use-destinations.ts";
import { useMay } from "#app/components/viewer.tsx";
import { signOut } from "#app/lib/session-client.ts";
import { askForTour } from "#app/lib/tour.ts";
import type { Entry } from "./entry.ts";

type Place = readonly [href: string, label: string, icon: LucideIcon];

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
  const lists = place("/lists", ["/lists", "Lists of SIMs", ListTree], "SIMs");
  const settings = settingsPages(isOwner).map(({ href, title, icon }) =>
    place(href, [href, title, icon], "Settings"),
  );
  const showAround = () => {
    router.push("/chat");
    askForTour();
  };
  const actions: Entry[] = [
    place("new", ["/chat", "New conversation", MessageSquarePlus]),
    ...(mayLoad ? [place("load", ["/import", "Load your own CSV", Upload])] : []),
    ...(isOwner ? [place("invite", ["/settings/members", "Invite somebody", UserPlus])] : []),
    ...(isOwner ? [place("key", ["/settings/keys", "Make an API key", KeyRound])] : []),
    { id: "tour", label: "Show me around", icon: Compass, run: showAround },
    { id: "sign-out", label: "Sign out", icon: LogOut, run: () => void signOut() },
  ];
  return { pages: [...pages, lists, ...settings], actions };
}
