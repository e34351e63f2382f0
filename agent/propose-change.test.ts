import type { ModelMessage } from "ai";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { testActor } from "#db/testing.ts";
import { getChange, listChanges } from "#domain/changes/read-changes.ts";
import { iccidOf, makeSims } from "#domain/changes/testing.ts";
import { type ProposedChange, proposeChangeTool } from "./propose-change.ts";

const QUERY = {
  from: "sims",
  columns: ["sims.iccid"],
  where: { member: "sims.customer", op: "eq", value: "CityBikes" },
};
const SUSPEND = {
  tool: "set_sim_status",
  input: { status: "suspended" },
  targets: QUERY,
  summary: "Suspend all CityBikes SIMs",
};

let owner: ReturnType<typeof testActor>;

beforeEach(async () => {
  owner = testActor();
  await makeSims(owner, 4, (n) => ({
    customer: "CityBikes",
    tags: n === 0 ? ["critical"] : [],
    status: n === 3 ? "suspended" : "active",
  }));
});

async function proposed(
  input: object,
  words: string,
  { actor = owner as Actor, isKept = true, earlier = [] as string[] } = {},
): Promise<ProposedChange> {
  const messages: ModelMessage[] = [...earlier, words].map((content) => ({
    role: "user",
    content,
  }));
  const { execute } = proposeChangeTool(actor, { isKept });
  const options = { toolCallId: "call", messages, context: undefined };
  // as the SDK calls it, after the schema has filled in what has a default
  return (await execute?.(
    { assumptions: [], ...input } as never,
    options as never,
  )) as ProposedChange;
}

describe("a change that is asked for in the chat", () => {
  it("is kept for a decision with the words that asked for it", async () => {
    const { change_id, target_count } = await proposed(SUSPEND, "suspend CityBikes");
    expect(target_count).toBe(2);
    const change = await getChange(owner, String(change_id));
    expect(change).toMatchObject({ state: "proposed", words: "suspend CityBikes", channel: "web" });
    expect(change.preview.skipped.map(({ reason }) => reason)).toEqual([
      "protected: tagged critical",
      "already suspended",
    ]);
  });

  it("takes in a protected SIM only when the person's own words name it, whatever a model lists", async () => {
    const listed = { ...SUSPEND, targets: [iccidOf(0), iccidOf(1)] };
    const { target_count } = await proposed(listed, "suspend the first two");
    expect(target_count).toBe(1);
    const byName = await proposed(listed, "suspend device-0 and device-1");
    expect(byName.target_count).toBe(2);
    const earlier = [`what is with ${iccidOf(0).replace(/(\d{4})/g, "$1 ")}?`];
    const byNumber = await proposed({ ...SUSPEND, targets: [iccidOf(0)] }, "suspend it", {
      earlier,
    });
    expect(byNumber.target_count).toBe(1);
  });

  it("says why when there is nothing to change, and keeps nothing", async () => {
    const again = { ...SUSPEND, targets: [iccidOf(3)] };
    const { change_id, problem } = await proposed(again, "suspend device-3");
    expect(change_id).toBeNull();
    expect(problem).toContain("1 already suspended");
    expect(await listChanges(owner, { limit: 5 })).toEqual([]);
  });

  it("is only told, with its rows, where nothing is to be kept", async () => {
    const told = await proposed(SUSPEND, "suspend CityBikes", { isKept: false });
    expect(told).toMatchObject({ change_id: null, target_count: 4 });
    expect(told.targets).toHaveLength(4);
    expect(await listChanges(owner, { limit: 5 })).toEqual([]);
  });

  it("is refused to who may only look, but not the file of an export", async () => {
    const viewer = testActor({ role: "viewer", organizationId: owner.organizationId });
    await expect(proposed(SUSPEND, "suspend", { actor: viewer })).rejects.toBeInstanceOf(Forbidden);
    const wanted = {
      tool: "export_sims",
      input: { format: "csv" },
      targets: QUERY,
      summary: "Export",
    };
    const { download, change_id } = await proposed(wanted, "export CityBikes", { actor: viewer });
    expect(change_id).toBeNull();
    expect(download).toMatchObject({ format: "csv", row_count: 4 });
  });
});
