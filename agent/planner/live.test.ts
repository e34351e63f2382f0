import { describe, expect, it } from "vitest";
import { plannerModel } from "./model.ts";
import { ask, NAMES, NOW } from "./testing.ts";

const ICCID = "8988280666000010001";
const LABEL = "vaccine-fridge-0007";

it.each([
  `is ${ICCID} online right now?`,
  `Is ${ICCID} still connected?`,
  `is SIM ${ICCID} attached`,
  `does ${ICCID} have an active data session at the moment?`,
  `since when is ${ICCID} online?`,
  `how long has ${ICCID} been offline?`,
  `where is ${ICCID} right now?`,
  `check the connectivity of ${ICCID}`,
  `what are the limits of ${ICCID}?`,
  `which monthly limits apply to ${ICCID}`,
  `is ${ICCID} throttled?`,
  `has ${ICCID} reached its limit?`,
])("%s: the SIM as it is recorded, then as its provider sees it", (question) => {
  expect(ask(question)).toMatchObject({
    kind: "query",
    query: { from: "sims", where: { member: "sims.iccid", op: "eq", value: ICCID } },
    isLive: true,
  });
  expect(ask(question.replace(ICCID, LABEL))).toMatchObject({
    query: { where: { member: "sims.label", op: "eq", value: LABEL } },
    isLive: true,
  });
});

it("“it” is the SIM that was named before", () => {
  expect(ask("is it online right now?", `show SIM ${ICCID}`)).toMatchObject({ isLive: true });
});

it.each([
  ["is it online right now?"],
  ["is it online right now?", "which ten SIMs run out first?"],
  [
    "is it online right now?",
    "which ten SIMs run out first?",
    "set the quota of the first one to 2 GB",
  ],
  ["is the first one online?", "top 10 SIMs by usage last week"],
])("%s after %s: of several SIMs, or none, it is asked which one", (question, ...context) => {
  expect(ask(question, ...context)).toMatchObject({
    kind: "clarify",
    question: expect.stringContaining("Which SIM?"),
  });
});

it.each([
  "is X attached to a network at the moment?",
  "Customer is on the phone: does X have signal?",
  "X went dark around midnight. is it connected to any network right now?",
  "ping X for me, is it registered",
  "can you still reach X?",
  "check whether X is online",
  "which network is X on right now?",
])("%s: what leads up to it names the SIM, or does not matter", (question) => {
  for (const [name, member] of [
    [ICCID, "sims.iccid"],
    [LABEL, "sims.label"],
  ] as const)
    expect(ask(question.replace("X", name))).toMatchObject({
      query: { where: { member, op: "eq", value: name } },
      isLive: true,
    });
});

it.each([
  "are all gateways online right now?",
  `${ICCID} went dark, how much data did it use, and is it online?`,
  "ping all gateways",
  "is MediFridge online right now?",
  `is ${ICCID} active?`,
  `how much data did ${ICCID} use last week?`,
  "what are the limits of the quota?",
  "what are the limits?",
])("%s: no provider is asked", (question) => {
  expect(ask(question)).not.toHaveProperty("isLive");
});

describe("the second step", () => {
  const model = plannerModel({ gazetteer: NAMES, now: NOW, zone: "UTC" });
  const text = `is ${LABEL} online right now?`;
  const asked = { role: "user" as const, content: [{ type: "text" as const, text }] };
  const called = (toolCallId: string, toolName: string, input: object, value: object) => [
    {
      role: "assistant" as const,
      content: [{ type: "tool-call" as const, toolCallId, toolName, input }],
    },
    {
      role: "tool" as const,
      content: [
        {
          type: "tool-result" as const,
          toolCallId,
          toolName,
          output: { type: "json" as const, value: JSON.parse(JSON.stringify(value)) },
        },
      ],
    },
  ];

  function found(...iccids: string[]) {
    const plan = ask(text);
    if (plan.kind !== "query") throw new Error("no query");
    return called(
      "a",
      "query_fleet",
      { query: plan.query },
      {
        columns: [{ name: "iccid", label: "ICCID", kind: "iccid", isMeasure: false }],
        rows: iccids.map((iccid) => ({ iccid })),
        row_count: iccids.length,
        sql: "select",
        interpretation: `SIMs whose label is ${LABEL}.`,
        chips: [],
        assumptions: [],
        chart: null,
        ...(iccids.length === 0 ? { missing_sim: "label vaccine-fridge-0007" } : {}),
        as_of: "2026-10-21T09:30:00Z",
        zone: "UTC",
      },
    );
  }
  const next = async (...prompt: ReturnType<typeof called>) =>
    (await model.doGenerate({ prompt: [asked, ...prompt] })).content[0];

  it("asks the provider about the one that was found, and says what came of it", async () => {
    const first = found(ICCID);
    const call = await next(...first);
    expect(call).toMatchObject({ type: "tool-call", toolName: "sim_connectivity" });
    expect(call).toHaveProperty("input", JSON.stringify({ iccid: ICCID }));
    const second = called(
      "b",
      "sim_connectivity",
      { iccid: ICCID },
      {
        iccid: ICCID,
        asked_at: "2026-10-21T09:30:00Z",
        state: "online",
        operator: "Telekom DE",
        country: "DE",
        rat: "LTE-M",
        session_since: "2026-10-21T06:05:00Z",
        seen_at: null,
        imei: null,
        is_limited: true,
        limits: { data_bytes: 16 * 1024 ** 2, sms_to_device: null, sms_from_device: 10 },
        events: [],
        messages: null,
      },
    );
    expect(await next(...first, ...second)).toMatchObject({
      text: expect.stringMatching(
        /\*\*Online\*\* right now, its provider says: on Telekom DE in DE \(LTE-M\), in a session since 21 Oct, 06:05 UTC\. It has reached its monthly limit\. Its limits a month: 16 MB of data, 10 SMS from it\./,
      ),
    });
  });

  it("is not taken where none or several have the name", async () => {
    expect(await next(...found())).toMatchObject({ text: expect.stringMatching(/No SIM/) });
    expect(await next(...found("1", "2"))).toMatchObject({
      text: expect.stringMatching(/Name one of them/),
    });
  });
});
