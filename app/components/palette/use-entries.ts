"use client";

import { CardSim, MessageSquare, Sparkles, UsersRound } from "lucide-react";
import { useRouter } from "next/navigation";
import useSWR from "swr";
import { useThreads } from "#app/components/chat/use-threads.ts";
import { useAskChat } from "#app/components/use-ask-chat.ts";
import { getJson } from "#app/lib/api.ts";
import { customerPath } from "#app/lib/customer-path.ts";
import { countOf, groupIccid } from "#app/lib/format.ts";
import { simPath } from "#app/lib/sim-path.ts";
import { type Entry, type EntryGroup, isCalled, matching } from "./entry.ts";
import { useFound } from "./use-found.ts";
import { usePlaces } from "./use-places.ts";

const FEW = 4;
/** So many words are a question rather than a name. */
const QUESTION_WORDS = 3;

/** All that what was typed may mean; what it most likely means stands first. */
export function useEntries(text: string) {
  const router = useRouter();
  const ask = useAskChat();
  const { pages, actions } = usePlaces();
  const { threads } = useThreads();
  const { data: starters } = useSWR<{ starters: readonly string[] }, Error>(
    "/api/chat/starters",
    getJson,
    { revalidateOnFocus: false },
  );
  const found = useFound(text);
  const talks = threads.map(
    ({ id, title }): Entry => ({
      id: `thread ${id}`,
      label: title ?? "Conversation",
      icon: MessageSquare,
      run: () => router.push(`/chat/${id}`),
    }),
  );
  const question = (label: string, words: string): Entry => ({
    id: `ask ${words}`,
    label,
    icon: Sparkles,
    run: () => ask(words),
  });
  if (text === "") {
    const questions = (starters?.starters ?? []).map((words) => question(words, words));
    return {
      ...found,
      groups: filled([
        { heading: "Pages", entries: pages.filter(({ hint }) => hint === undefined) },
        { heading: "Ask", entries: questions.slice(0, FEW) },
        { heading: "Conversations", entries: talks.slice(0, FEW) },
        { heading: "Actions", entries: actions },
      ]),
    };
  }
  const sims = found.sims.map(
    ({ iccid, label, customer, msisdn }): Entry => ({
      id: `sim ${iccid}`,
      label: label ?? groupIccid(iccid),
      hint: [label ? groupIccid(iccid) : msisdn, customer].filter(Boolean).join(" · "),
      icon: CardSim,
      run: () => router.push(simPath(iccid)),
    }),
  );
  const customers = found.customers.flatMap(({ customer, sims: count }): Entry[] =>
    customer === null
      ? []
      : [
          {
            id: `customer ${customer}`,
            label: customer,
            hint: countOf(count, "SIM"),
            icon: UsersRound,
            run: () => router.push(customerPath(customer)),
          },
        ],
  );
  const asked: EntryGroup = { heading: "Ask", entries: [question(`Ask: ${text}`, text)] };
  const isNamed = [...pages, ...actions].some((entry) => isCalled(entry, text));
  const isQuestion = !isNamed && (text.split(/\s+/).length >= QUESTION_WORDS || text.endsWith("?"));
  return {
    ...found,
    groups: filled([
      ...(isQuestion ? [asked] : []),
      { heading: "Pages", entries: matching(pages, text).slice(0, FEW) },
      { heading: "Customers", entries: customers },
      { heading: "SIMs", entries: sims },
      { heading: "Actions", entries: matching(actions, text) },
      { heading: "Conversations", entries: matching(talks, text).slice(0, FEW) },
      ...(isQuestion ? [] : [asked]),
    ]),
  };
}

const filled = (groups: readonly EntryGroup[]) =>
  groups.filter(({ entries }) => entries.length > 0);
