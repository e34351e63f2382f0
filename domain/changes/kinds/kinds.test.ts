import { beforeEach, describe, expect, it } from "vitest";
import { Invalid, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { decide } from "../decide.ts";
import { getChange } from "../read-changes.ts";
import { ask, carriedOut, iccidOf, makeSims, providerLog, setRules, work } from "../testing.ts";
import { proposeUndo } from "../undo.ts";

const MB = 1024 ** 2;

let owner: ReturnType<typeof testActor>;
let iccids: string[];

beforeEach(async () => {
  owner = testActor();
  await asActor(owner, async (sql) => {
    await sql`insert into store.rate_plans
      (name, monthly_price, currency, overage_price_per_mb) values
      ('IoT Flex', 1.50, 'EUR', 0.01), ('IoT Max', 4.00, 'EUR', 0.005), ('Bare', 1.00, 'EUR', null)`;
  });
  iccids = await makeSims(owner, 4, (n) => ({
    rate_plan: n === 3 ? "Bare" : n === 2 ? "IoT Max" : "IoT Flex",
    customer: "CityBikes",
    tags: ["lock"],
  }));
  await asActor(owner, async (sql) => {
    await sql`insert into store.sim_quota (iccid, type, total, used, remaining)
      select iccid, 'data', ${100 * MB}, ${30 * MB}, ${70 * MB} from store.sims`;
  });
});

async function simOf(iccid: string) {
  const [row] = await asActor(
    owner,
    (sql) => sql`
      select s.label, s.status, s.rate_plan, s.customer, s.tags, s.activated_at, s.deactivated_at,
        q.total, q.used, q.remaining
      from fleet.sims s left join fleet.sim_quota q on q.iccid = s.iccid and q.type = 'data'
      where s.iccid = ${iccid}`,
  );
  return row && { ...row };
}

async function undo(changeId: string): Promise<void> {
  const { approval, preview } = await proposeUndo(owner, changeId, {});
  await decide(owner, approval.id, { decision: "approve", typedCount: preview.target_count });
  await work(owner, approval.id);
}

describe("set_sim_status", () => {
  it("keeps when a SIM was first active and when it was closed, and an undo takes the closing back", async () => {
    const before = await simOf(iccidOf(0));
    const id = await carriedOut(
      owner,
      "set_sim_status",
      { status: "deactivated" },
      { targets: iccids },
    );
    const closed = await simOf(iccidOf(0));
    expect(closed).toMatchObject({ status: "deactivated", activated_at: before?.activated_at });
    expect(closed?.deactivated_at).not.toBeNull();
    await undo(id);
    expect(await simOf(iccidOf(0))).toEqual(before);
  });

  it("leaves a closed SIM closed, unless it is to be active again", async () => {
    await carriedOut(owner, "set_sim_status", { status: "deactivated" }, { targets: [iccidOf(0)] });
    const { preview } = await ask(
      owner,
      "set_sim_status",
      { status: "suspended" },
      { targets: iccids },
    );
    expect(preview.skipped).toEqual([
      { reason: "deactivated, so closed", count: 1, targets: [iccidOf(0)] },
    ]);
  });
});

describe("update_sim", () => {
  it("changes name, customer and tags, of which the provider gets the name, and back", async () => {
    const before = await simOf(iccidOf(0));
    const input = {
      label: "north gate",
      customer: null,
      add_tags: ["pilot"],
      remove_tags: ["lock"],
    };
    const id = await carriedOut(owner, "update_sim", input, { targets: [iccidOf(0)] });
    expect(await simOf(iccidOf(0))).toMatchObject({
      label: "north gate",
      customer: null,
      tags: ["pilot"],
    });
    const log = await providerLog(owner);
    expect(log.map(({ operation }) => operation)).toMatchObject([
      { values: { label: "north gate" } },
    ]);
    await undo(id);
    expect(await simOf(iccidOf(0))).toEqual(before);
  });

  it("leaves out what is so already, and asks what to change when nothing is said", async () => {
    const { preview } = await ask(
      owner,
      "update_sim",
      { add_tags: ["lock", "new"] },
      { targets: iccids },
    );
    expect(preview).toMatchObject({
      title: "Add tags lock, new to 4 SIMs",
      from_to: [{ field: "Tags", from: null, to: "new added" }],
    });
    await expect(
      ask(owner, "update_sim", { add_tags: ["lock"] }, { targets: iccids }),
    ).rejects.toThrow("4 already so");
    await expect(ask(owner, "update_sim", {}, { targets: iccids })).rejects.toBeInstanceOf(Invalid);
  });
});

describe("a device name", () => {
  it("is given to one SIM at a time", async () => {
    const many = ask(owner, "update_sim", { label: "gate" }, { targets: iccids });
    await expect(many).rejects.toThrow("one SIM at a time");
    const { preview } = await ask(
      owner,
      "update_sim",
      { label: "gate" },
      { targets: [iccidOf(0)] },
    );
    expect(preview.title).toBe("Rename 1 SIM to “gate”");
  });
});

describe("change_rate_plan", () => {
  it("says what it costs more a month, by SIM's old plan, and goes back to each one's own", async () => {
    const { approval, preview } = await ask(
      owner,
      "change_rate_plan",
      { rate_plan: "IoT Max" },
      { targets: iccids },
    );
    expect(preview.title).toBe("Move 3 SIMs to the plan IoT Max");
    // 2 × (4.00 − 1.50) + 1 × (4.00 − 1.00)
    expect(preview.costs).toMatchObject([
      { total: { amount: 8, currency: "EUR" }, recurs: "monthly" },
    ]);
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id);
    expect((await simOf(iccidOf(0)))?.rate_plan).toBe("IoT Max");
    await undo(approval.id);
    expect((await simOf(iccidOf(0)))?.rate_plan).toBe("IoT Flex");
    expect((await simOf(iccidOf(3)))?.rate_plan).toBe("Bare");
  });

  it("counts a plan without a known price as 0 and says so, rather than the change as cheap", async () => {
    await asActor(
      owner,
      (sql) => sql`update store.sims set rate_plan = 'Gone' where iccid = ${iccidOf(0)}`,
    );
    const plan = { rate_plan: "IoT Max" };
    const { preview } = await ask(owner, "change_rate_plan", plan, { targets: iccids.slice(0, 2) });
    expect(preview.costs[0]?.total).toEqual({ amount: 4 + 2.5, currency: "EUR" });
    expect(preview.notes).toEqual([
      "For 1 SIM the present plan’s price is not known: it is counted as 0.",
    ]);
  });

  it("names the plans that there are when it is given another", async () => {
    const asked = ask(owner, "change_rate_plan", { rate_plan: "Gold" }, { targets: iccids });
    await expect(asked).rejects.toThrow("There are: Bare, IoT Flex, IoT Max.");
  });
});

describe("quotas", () => {
  it("set_quota keeps what is used, and an undo what there was", async () => {
    const id = await carriedOut(
      owner,
      "set_quota",
      { type: "data", total: 500 * MB },
      { targets: iccids },
    );
    expect(await simOf(iccidOf(0))).toMatchObject({
      total: 500 * MB,
      used: 30 * MB,
      remaining: 470 * MB,
    });
    await undo(id);
    expect(await simOf(iccidOf(0))).toMatchObject({ total: 100 * MB, remaining: 70 * MB });
  });

  it("top_up shows unit price and total, names what has no price, and cannot be undone", async () => {
    await setRules(owner, { two_people_over_amount: null });
    const { approval, preview } = await ask(
      owner,
      "top_up",
      { type: "data", bytes: 200 * MB },
      { targets: iccids },
    );
    expect(preview.title).toBe("Top up 4 SIMs by 200 MB each");
    // 200 MB × (0.01 + 0.01 + 0.005)
    expect(preview.costs).toMatchObject([
      { total: { amount: 5, currency: "EUR" }, recurs: "once" },
    ]);
    expect(preview.costs[0]?.per_unit).toContain("per MB");
    expect(preview.notes).toEqual(["For 1 SIM the price is not known: its plan names none."]);
    expect(preview.reversible).toBe(false);
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id);
    expect(await simOf(iccidOf(0))).toMatchObject({ total: 300 * MB, remaining: 270 * MB });
    await expect(proposeUndo(owner, approval.id, {})).rejects.toThrow("cannot be given back");
  });

  it("top_up is not carried out when the price rose after the preview", async () => {
    const { approval } = await ask(
      owner,
      "top_up",
      { type: "data", bytes: 200 * MB },
      { targets: iccids.slice(0, 3) },
    );
    await asActor(owner, (sql) => sql`update store.rate_plans set overage_price_per_mb = 9`);
    await expect(decide(owner, approval.id, { decision: "approve" })).rejects.toThrow(
      "price has risen",
    );
    await work(owner, approval.id);
    expect(await providerLog(owner)).toEqual([]);
    expect((await getChange(owner, approval.id)).state).toBe("expired");
  });

  it("a top-up needs two people where no price is known for one SIM, and no message does", async () => {
    const neededFor = async (tool: string, input: object, targets: string[]) => {
      const { approval } = await ask(owner, tool, { ...input }, { targets });
      return (await getChange(owner, approval.id)).approval;
    };
    const data = { type: "data", bytes: MB };
    expect((await neededFor("top_up", data, iccids.slice(0, 3))).needed).toBe(1);
    const unpriced = await neededFor("top_up", data, iccids);
    expect(unpriced.needed).toBe(2);
    expect(unpriced.rule).toBe(
      "What 1 SIM will cost is not known, which counts as more than 1000: it needs two people, one of them an owner.",
    );
    const messages = { type: "sms", messages: 10 };
    expect((await neededFor("top_up", messages, iccids.slice(0, 1))).needed).toBe(2);
    expect((await neededFor("send_sms", { body: "PING" }, iccids)).needed).toBe(1);
    await setRules(owner, { two_people_over_amount: null });
    expect((await neededFor("top_up", data, iccids)).needed).toBe(1);
  });

  it("top_up is not carried out when a price was known and is no longer", async () => {
    const data = { type: "data", bytes: MB };
    const { approval } = await ask(owner, "top_up", data, { targets: iccids.slice(0, 3) });
    await asActor(owner, (sql) => sql`update store.rate_plans set overage_price_per_mb = null`);
    const approved = decide(owner, approval.id, { decision: "approve" });
    await expect(approved).rejects.toThrow("no longer known");
  });

  it("a top-up that came in between leaves the SIM out of the second: it is not topped up twice by mistake", async () => {
    const asked = () =>
      ask(owner, "top_up", { type: "data", bytes: MB }, { targets: [iccidOf(0)] });
    const [first, second] = [await asked(), await asked()];
    for (const { approval } of [first, second]) {
      await decide(owner, approval.id, { decision: "approve" });
      await work(owner, approval.id);
    }
    expect((await getChange(owner, second.approval.id)).progress).toEqual({ skipped: 1 });
    expect((await simOf(iccidOf(0)))?.total).toBe(101 * MB);
  });
});

describe("messages and connections", () => {
  it("send_sms shows the text, leaves out who cannot receive, and keeps the message", async () => {
    await carriedOut(owner, "set_sim_status", { status: "suspended" }, { targets: [iccidOf(1)] });
    const { approval, preview } = await ask(
      owner,
      "send_sms",
      { body: "REBOOT 1" },
      { targets: iccids },
    );
    expect(preview).toMatchObject({
      title: "Send an SMS to 3 SIMs",
      from_to: [{ field: "Message", from: null, to: "REBOOT 1" }],
      skipped: [{ reason: "suspended: it cannot receive", count: 1 }],
    });
    await decide(owner, approval.id, { decision: "approve" });
    await work(owner, approval.id);
    const sent = await asActor(
      owner,
      (sql) => sql`select iccid, direction, body from fleet.sms_messages order by iccid`,
    );
    expect(sent.map((row) => ({ ...row }))).toEqual(
      [0, 2, 3].map((n) => ({ iccid: iccidOf(n), direction: "mt", body: "REBOOT 1" })),
    );
  });

  it("send_sms says how many SMS a long text takes, an emoji counting as two of 67", async () => {
    const { preview } = await ask(
      owner,
      "send_sms",
      { body: "😀".repeat(36) },
      { targets: iccids },
    );
    expect(preview.notes[0]).toBe("The text is sent as 2 SMS to each SIM, 8 in all.");
  });

  it.each([
    ["reset_connectivity", "Reset the connection of 4 SIMs", { kind: "reset" }],
    ["refresh_usage", "Fetch the newest usage of 4 SIMs", { kind: "refresh_usage" }],
  ])("%s reaches the provider once for each SIM", async (tool, title, operation) => {
    const id = await carriedOut(owner, tool, {}, { targets: iccids });
    expect((await getChange(owner, id)).preview.title).toBe(title);
    const log = await providerLog(owner);
    expect(log.map(({ operation }) => operation)).toEqual(
      log.map(({ iccid }) => ({ ...operation, iccid })),
    );
    expect(log).toHaveLength(4);
  });
});

describe("SIMs that come and go", () => {
  it("create_sim adds one, and is refused where it is there already", async () => {
    const input = { status: "active", label: "gate-9", rate_plan: "IoT Flex", tags: ["gate"] };
    await carriedOut(owner, "create_sim", input, { targets: [iccidOf(9)] });
    expect(await simOf(iccidOf(9))).toMatchObject({
      label: "gate-9",
      status: "active",
      rate_plan: "IoT Flex",
      tags: ["gate"],
    });
    await expect(ask(owner, "create_sim", input, { targets: [iccidOf(9)] })).rejects.toThrow(
      "1 in this fleet already",
    );
    await expect(
      ask(owner, "create_sim", { rate_plan: "Gold" }, { targets: [iccidOf(8)] }),
    ).rejects.toThrow("no rate plan called “Gold”");
  });

  it("a SIM that was removed and added again starts afresh at the provider too", async () => {
    const targets = { targets: [iccidOf(0)] };
    await carriedOut(owner, "set_sim_status", { status: "suspended" }, targets);
    await carriedOut(owner, "delete_sim", {}, targets);
    await carriedOut(owner, "create_sim", { status: "active" }, targets);
    await carriedOut(owner, "update_sim", { label: "gate-2" }, targets);
    const [there] = await asActor(
      owner,
      (sql) => sql`select state from store.local_provider_sims where iccid = ${iccidOf(0)}`,
    );
    expect(there?.state).toMatchObject({ status: "active", label: "gate-2", data_total: null });
  });

  it("delete_sim is approved only with its number typed, even of one SIM", async () => {
    const { approval, preview } = await ask(owner, "delete_sim", {}, { targets: [iccidOf(0)] });
    expect(preview.for_good).toBe(true);
    const untyped = decide(owner, approval.id, { decision: "approve" });
    await expect(untyped).rejects.toThrow("Type 1 to confirm");
    expect(await simOf(iccidOf(0))).toBeDefined();
  });

  it("delete_sim takes it out with its usage, keeps what it was in the audit log, and has no undo", async () => {
    await asActor(
      owner,
      (
        sql,
      ) => sql`select store.ingest_usage(array[${iccidOf(0)}], array[${"2026-10-20T00:00:00Z"}]::timestamptz[],
        array[5]::bigint[], array['upload'], array['Net'], array['DE'], array['r1'])`,
    );
    const id = await carriedOut(owner, "delete_sim", {}, { targets: [iccidOf(0)] });
    expect(await simOf(iccidOf(0))).toBeUndefined();
    const [usage] = await asActor(
      owner,
      (sql) => sql`select count(*) as days from fleet.sim_usage_daily`,
    );
    expect(usage?.days).toBe(0);
    const [row] = await asActor(
      owner,
      (sql) => sql`select actor, changes from fleet.audit_logs where action = 'sim.delete'`,
    );
    expect(row).toMatchObject({
      actor: owner.name,
      changes: { before: { customer: "CityBikes", status: "active", tags: ["lock"] } },
    });
    await expect(proposeUndo(owner, id, {})).rejects.toThrow("are gone");
    await expect(ask(owner, "delete_sim", {}, { targets: [iccidOf(0)] })).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});

describe("alerts, tickets and rules", () => {
  async function insert(text: string): Promise<string> {
    const [row] = await asActor(owner, (sql) =>
      sql.unsafe<{ id: number }[]>(`${text} returning id`),
    );
    return String(row?.id);
  }
  const read = async (text: string, id: string) => {
    const [row] = await asActor(owner, (sql) => sql.unsafe(text, [id]));
    return row && { ...row };
  };

  it("acknowledge_alerts says who did it, and an undo takes it back", async () => {
    const alert = await insert(
      `insert into store.alerts (severity, message, triggered_at) values ('high', 'No traffic', now())`,
    );
    const select =
      "select acknowledged, acknowledged_by from fleet.alerts where id = $1::text::bigint";
    const id = await carriedOut(owner, "acknowledge_alerts", {}, { targets: [alert] });
    expect(await read(select, alert)).toEqual({ acknowledged: true, acknowledged_by: owner.name });
    await undo(id);
    expect(await read(select, alert)).toEqual({ acknowledged: false, acknowledged_by: null });
  });

  it.each([
    [
      "resolve_alerts",
      {},
      "insert into store.alerts (severity, message, triggered_at) values ('low', 'm', now())",
      "select resolved_at is not null as now from fleet.alerts where id = $1::text::bigint",
      true,
      false,
    ],
    [
      "set_ticket_status",
      { status: "resolved" },
      "insert into store.support_tickets (subject) values ('s')",
      "select status as now from fleet.support_tickets where id = $1::text::bigint",
      "resolved",
      "open",
    ],
    [
      "set_ticket_priority",
      { priority: "high" },
      "insert into store.support_tickets (subject) values ('s')",
      "select priority as now from fleet.support_tickets where id = $1::text::bigint",
      "high",
      null,
    ],
    [
      "set_alert_rule_enabled",
      { enabled: false },
      "insert into store.alert_rules (name, condition, severity) values ('r', '{}', 'low')",
      "select enabled as now from fleet.alert_rules where id = $1::text::bigint",
      false,
      true,
    ],
  ])(
    "%s does what it says, and an undo takes it back",
    async (tool, input, row, select, after, before) => {
      const target = await insert(row);
      const id = await carriedOut(owner, tool, input, { targets: [target] });
      expect(await read(select, target)).toEqual({ now: after });
      await undo(id);
      expect(await read(select, target)).toEqual({ now: before });
    },
  );
});
