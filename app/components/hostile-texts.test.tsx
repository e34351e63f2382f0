// What strangers wrote is text on the page: it loads nothing, leads nowhere outside and styles nothing.
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { HOSTILE_TEXTS } from "#agent/testing/hostile-texts.ts";
import type { Change, ChangeItem } from "#domain/changes/change.ts";
import type { Column } from "#query/answer.ts";
import { AnomalyItem } from "./analysis/anomaly-item.tsx";
import { SPIKE } from "./analysis/testing.ts";
import { ChangeHeader } from "./changes/change-header.tsx";
import { ItemsTable } from "./changes/items-table.tsx";
import { PreviewFacts } from "./changes/preview-facts.tsx";
import { RichText } from "./chat/rich-text.tsx";
import { ProposeChange } from "./chat/tool-renderers/propose-change.tsx";
import { ResultTable } from "./chat/tool-renderers/result-table.tsx";

const TEXTS = Object.values(HOSTILE_TEXTS)
  .flat()
  .map(([, , text]) => text);
const ICCID = "8988280777000000001";

function itemOf(text: string): ChangeItem {
  return {
    target: ICCID,
    label: text,
    state: "skipped",
    before: { label: text, tags: [text] },
    after: { label: `${text}!`, tags: [] },
    reason: text,
  };
}

/** A change in which every text is the stranger's. */
function changeOf(text: string): Change {
  return {
    id: "change",
    tool: "update_sim",
    state: "rejected",
    url: "/changes/change",
    proposed_by: text,
    channel: text,
    words: text,
    created_at: "2026-10-21T09:30:00Z",
    expires_at: "2026-10-21T10:30:00Z",
    finished_at: null,
    preview: {
      title: text,
      from_to: [{ field: text, from: text, to: text }],
      target_noun: "SIM",
      target_count: 2,
      first_targets: [itemOf(text), { ...itemOf(text), target: text }],
      skipped: [{ reason: text, count: 1, targets: [text] }],
      costs: [],
      notes: [text],
      reversible: true,
      undo_note: text,
      estimated_seconds: 1,
    },
    approval: {
      needed: 1,
      decisions: [{ by: text, decision: "reject", decided_at: "2026-10-21T09:31:00Z" }],
      typed_count: null,
      rule: text,
      may_decide: true,
      may_take_back: false,
      why_not: null,
    },
    progress: {},
    failures: [],
    changed_since: [],
    undo: { of: null, by: null, possible: false, until: null },
    retry: { of: null, by: null, possible: false },
  };
}

const COLUMNS: Column[] = (["text", "json", "list"] as const).map((kind) => ({
  name: `${kind}_status`,
  label: kind,
  kind,
  isMeasure: false,
}));

const proposed = (text: string) => ({
  ...{ tool: "set_sim_status", input: {}, summary: text, assumptions: [text], target_count: 1 },
  ...{ targets: [text], change_id: null },
});

const PLACES: readonly [string, (text: string) => ReactElement][] = [
  ["an answer", (text) => <RichText text={text} />],
  ["a list in an answer", (text) => <RichText text={`- **${text}**\n- \`${text}\``} />],
  ["the card of a change", (text) => <PreviewFacts change={changeOf(text)} />],
  [
    "the head of a change",
    (text) => <ChangeHeader change={changeOf(text)} titleRef={{ current: null }} titleAs="h2" />,
  ],
  ["the rows of a change", (text) => <ItemsTable caption={text} items={[itemOf(text)]} />],
  ["a change that is only told", (text) => <ProposeChange input={{}} output={proposed(text)} />],
  [
    "a change that is refused",
    (text) => <ProposeChange input={{}} output={{ ...proposed(text), problem: text }} />,
  ],
  [
    "an anomaly",
    (text) => (
      <AnomalyItem
        anomaly={{ ...SPIKE, severity: "low", reason: text, next_step: text }}
        onReview={() => {}}
      />
    ),
  ],
  [
    "a table of results",
    (text) => (
      <ResultTable
        title={text}
        columns={COLUMNS}
        rows={[{ text_status: text, json_status: { x: text }, list_status: [text] }]}
      />
    ),
  ],
];

const TAG = /<\/?([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/gi;
const HARMLESS_TAG =
  /^(?:div|p|ul|li|dl|dt|dd|h2|h3|span|strong|em|code|details|summary|table|caption|thead|tbody|tr|th|td|header|footer|section|button|time|svg|path|rect|circle|a)$/;
const HARMLESS_ATTRIBUTE =
  /^(?:class|id|role|title|type|scope|tabindex|datetime|aria-[a-z]+|xmlns|width|height|viewbox|fill|stroke|stroke-[a-z]+|d|x|y|rx|ry|cx|cy|r)$/;
const TO_A_SIM = /^\/sims\/\d+$/;

/** What of the markup is more than text: React writes the `<` of a text as `&lt;`. */
function harmIn(markup: string): string[] {
  const tags = [...markup.matchAll(TAG)].filter(([, tag = "", attributes = ""]) => {
    const named = [...attributes.matchAll(/([a-z-]+)(?:="([^"]*)")?/gi)];
    return !(
      HARMLESS_TAG.test(tag) &&
      named.every(([, name = "", value = ""]) =>
        name === "href" ? TO_A_SIM.test(value) : HARMLESS_ATTRIBUTE.test(name.toLowerCase()),
      )
    );
  });
  const rest = markup.replace(TAG, "").match(/[<>]/g) ?? [];
  return [...tags.map(([whole]) => whole), ...rest];
}

/** Without the number of a list, for which a dot may stand. */
const letters = (text: string) => text.replace(/^\d+\. |[^\p{L}\p{N}]/gu, "");

function lettersIn(markup: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', "#x27": "'" };
  const text = markup.replace(TAG, "").replace(/&([^;]+);/g, (_, name) => entities[name] ?? "?");
  return letters(text);
}

describe("a text of a stranger", () => {
  it.each(PLACES)("is only text in %s, and is there", (_, show) => {
    const shown = TEXTS.map((text) => ({ text, markup: renderToStaticMarkup(show(text)) }));
    expect(shown.filter(({ markup }) => harmIn(markup).length > 0)).toEqual([]);
    expect(shown.filter(({ text, markup }) => !lettersIn(markup).includes(letters(text)))).toEqual(
      [],
    );
  });

  it.each([
    '<a href="https://collect.example">x</a>',
    '<a href="//collect.example">x</a>',
    '<a href="/changes/1?approve=1">x</a>',
    '<p style="color:red">x</p>',
    '<p onclick="x">x</p>',
    '<img src="x"/>',
    "<iframe></iframe>",
    "<script>x</script>",
    "<b <i>x",
  ])("would be found if it were more: %s", (markup) => {
    expect(harmIn(markup)).not.toEqual([]);
  });
});
