import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Change } from "#domain/changes/change.ts";
import { Decide } from "./decide.tsx";

const ACTIONS = { run: async () => {}, busyWith: null, lastAct: null, problem: null };

function buttonsOf(approval: Partial<Change["approval"]>): string[] {
  const change = {
    preview: { title: "Suspend 3 SIMs", target_noun: "SIM" },
    approval: {
      needed: 2,
      decisions: [],
      typed_count: null,
      rule: null,
      may_decide: false,
      may_take_back: false,
      why_not: "You have approved this. It needs a second person.",
      ...approval,
    },
  } as unknown as Change; // of a change it reads no more than this
  const markup = renderToStaticMarkup(<Decide change={change} actions={ACTIONS} />);
  return [...markup.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, label = ""]) => label);
}

it("who has approved can take that back, and nobody else", () => {
  expect(buttonsOf({ may_take_back: true })).toEqual(["Take back and reject"]);
  expect(buttonsOf({})).toEqual([]);
  expect(buttonsOf({ may_decide: true })).toEqual(["Suspend 3 SIMs", "Reject"]);
});
