import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { Change } from "#domain/changes/change.ts";
import { Decide } from "./decide.tsx";

const ACTIONS = { run: async () => {}, busyWith: null, lastAct: null, problem: null };

function markupOf(
  approval: Partial<Change["approval"]>,
  preview: Partial<Change["preview"]> = { title: "Suspend 3 SIMs" },
): string {
  const change = {
    preview: { target_noun: "SIM", ...preview },
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
  return renderToStaticMarkup(<Decide change={change} actions={ACTIONS} />);
}

function buttonsOf(approval: Partial<Change["approval"]>): string[] {
  return [...markupOf(approval).matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(
    ([, label = ""]) => label,
  );
}

it("who has approved can take that back, and nobody else", () => {
  expect(buttonsOf({ may_take_back: true })).toEqual(["Take back and reject"]);
  expect(buttonsOf({})).toEqual([]);
  expect(buttonsOf({ may_decide: true })).toEqual(["Suspend 3 SIMs", "Reject"]);
});

it("what is gone for good is approved on a button of danger, once its number is typed", () => {
  const removal = { title: "Remove 2 SIMs for good", for_good: true };
  const [button] = /<button[^>]*type="submit"[^>]*>/.exec(
    markupOf({ may_decide: true, typed_count: 2 }, removal),
  ) ?? [""];
  expect(button).toContain("text-critical");
  expect(button).toContain("disabled");
  expect(markupOf({ may_decide: true })).not.toContain("text-critical");
});
