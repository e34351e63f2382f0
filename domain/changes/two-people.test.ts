import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, Role } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { changeRole } from "#domain/orgs/change-role.ts";
import { removeMember } from "#domain/orgs/remove-member.ts";
import { decide } from "./decide.ts";
import { getChange } from "./read-changes.ts";
import { type ChangeRules, setChangeRules } from "./rules.ts";
import { ask, makeSims } from "./testing.ts";

let admin: Actor;
let targets: string[];
let id: string;
let member: (role: Role) => ReturnType<typeof newMember>;

beforeEach(async () => {
  const organization = await newOrganization();
  member = (role) => newMember(organization, role);
  admin = await member("owner");
  await setChangeRules(admin, RULES);
  targets = await makeSims(admin, 3);
  id = await suspend();
});

const RULES: ChangeRules = {
  type_count_over: 25,
  two_people_over: 2,
  two_people_over_amount: null,
  expires_after_minutes: 60,
  protected_tags: [],
  protected_iccids: [],
};

async function suspend() {
  const { approval } = await ask(admin, "set_sim_status", { status: "suspended" }, { targets });
  return approval.id;
}

const approve = (actor: Actor) => decide(actor, id, { decision: "approve" });
const stateNow = async () => (await getChange(admin, id)).state;

describe("a change that two people must approve", () => {
  it("needs an owner among them", async () => {
    const [first, second] = [await member("operator"), await member("operator")];
    await approve(first);
    await expect(approve(first)).rejects.toThrow("needs a second person");
    await approve(second);
    expect(await stateNow()).toBe("proposed");
    await approve(admin);
    expect(await stateNow()).toBe("running");
  });

  it("does not count who was removed from the organisation meanwhile", async () => {
    const [first, second] = [await member("owner"), await member("operator")];
    await approve(first);
    await removeMember(admin, first.userId);
    await approve(second);
    expect(await stateNow()).toBe("proposed");
    await approve(admin);
    expect(await stateNow()).toBe("running");
  });

  it("counts an owner who was made an operator as an operator, and not who was made a viewer", async () => {
    const [first, second] = [await member("owner"), await member("operator")];
    await approve(first);
    await changeRole(admin, first.userId, "operator");
    await approve(second);
    expect(await stateNow()).toBe("proposed"); // two, and no owner any more
    await changeRole(admin, first.userId, "viewer");
    await changeRole(admin, second.userId, "viewer");
    await approve(admin);
    expect(await stateNow()).toBe("proposed"); // an owner, and nobody else any more
    await approve(await member("operator"));
    expect(await stateNow()).toBe("running");
  });

  it("can be rejected by who approved it first, and says so to who comes next", async () => {
    const first = await member("operator");
    const mayTakeBack = async (actor: Actor) => (await getChange(actor, id)).approval.may_take_back;
    expect(await mayTakeBack(first)).toBe(false);
    await approve(first);
    expect([await mayTakeBack(first), await mayTakeBack(admin)]).toEqual([true, false]);
    await decide(first, id, { decision: "reject" });
    expect(await mayTakeBack(first)).toBe(false);
    expect(await stateNow()).toBe("rejected");
    await expect(approve(admin)).rejects.toThrow(`rejected already by ${first.name}`);
    const states = await asActor(
      admin,
      (sql) => sql`select distinct state from store.change_items where change_id = ${id}`,
    );
    expect([...states]).toEqual([{ state: "cancelled" }]);
  });
});

describe("a change that waits while an owner sets other rules", () => {
  it("needs two people and the count once they ask for that, and says so", async () => {
    await setChangeRules(admin, { ...RULES, two_people_over: null });
    id = await suspend();
    expect((await getChange(admin, id)).approval).toMatchObject({ needed: 1, typed_count: null });
    await setChangeRules(admin, { ...RULES, type_count_over: 2 });
    const { approval } = await getChange(admin, id);
    expect(approval).toMatchObject({ needed: 2, typed_count: 3 });
    expect(approval.rule).toContain("More than 2 rows need two people");
    await expect(approve(admin)).rejects.toThrow("Type 3 to confirm");
    await decide(admin, id, { decision: "approve", typedCount: 3 });
    expect(await stateNow()).toBe("proposed");
    await decide(await member("operator"), id, { decision: "approve", typedCount: 3 });
    expect(await stateNow()).toBe("running");
    await setChangeRules(admin, { ...RULES, two_people_over: null });
    expect((await getChange(admin, id)).approval).toMatchObject({ needed: 2, typed_count: 3 });
  });

  it("needs no less than when it was asked for", async () => {
    await setChangeRules(admin, { ...RULES, two_people_over: null });
    await approve(admin);
    expect(await stateNow()).toBe("proposed");
    expect((await getChange(admin, id)).approval.needed).toBe(2);
  });
});
