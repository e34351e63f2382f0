"use client";

import { ComposerPrimitive, unstable_useLiveCompletionAdapter } from "@assistant-ui/react";
import { Building2, CardSim, Tag } from "lucide-react";
import type { Mention } from "#agent/mentions.ts";
import { getJson } from "#app/lib/api.ts";
import { groupIccid } from "#app/lib/format.ts";
import { TriggerList } from "./trigger-list.tsx";

const ICONS = { sim: CardSim, customer: Building2, tag: Tag };
const KINDS = { sim: "SIM", customer: "Customer", tag: "Tag" };
const DEBOUNCE_MS = 120;

interface Item {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly description: string;
}

/** `@` and the beginning of a name: SIMs, customers and tags of this fleet, put in as questions name them. */
export function Mentions() {
  const { adapter, isLoading } = unstable_useLiveCompletionAdapter({
    fetcher: find,
    debounceMs: DEBOUNCE_MS,
  });
  return (
    <TriggerList
      char="@"
      adapter={adapter}
      isLoading={isLoading}
      aria-label="SIMs, customers and tags"
      icons={ICONS}
      emptyText={isLoading ? "Searching …" : "No SIM, customer or tag is called so."}
    >
      <ComposerPrimitive.Unstable_TriggerPopover.Directive formatter={FORMATTER} />
    </TriggerList>
  );
}

/** Plain words, which the planner and every model read. */
const FORMATTER = {
  serialize: ({ id }: { readonly id: string }) => id,
  parse: (text: string) => [{ kind: "text" as const, text }],
};

async function find(query: string): Promise<Item[]> {
  const { mentions } = await getJson<{ mentions: Mention[] }>(
    `/api/chat/mentions?q=${encodeURIComponent(query)}`,
  );
  return mentions.map(({ kind, name, iccid }) => ({
    id: iccid ?? (kind === "tag" ? `tag ${name}` : name),
    type: kind,
    label: name,
    description: iccid ? groupIccid(iccid) : KINDS[kind],
  }));
}
