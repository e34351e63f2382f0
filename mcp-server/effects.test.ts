// Changes over MCP: who may ask the person, and that nobody else decides.
import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { asActor } from "#db/guard.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { decide } from "#domain/changes/decide.ts";
import { decideElicited, ELICITED_AT_MOST } from "#domain/changes/decide-elicited.ts";
import { getChange } from "#domain/changes/read-changes.ts";
import { iccidOf, makeSims, setRules, work } from "#domain/changes/testing.ts";
import { defineTool } from "#tools/define.ts";
import { assistantOf, clientOf, type Era, rawCall } from "./testing.ts";

let owner: Awaited<ReturnType<typeof newMember>>;
let iccids: string[];
const [FIRST] = [iccidOf(0)];

beforeEach(async () => {
  owner = await newMember(await newOrganization(), "owner");
  iccids = await makeSims(owner, ELICITED_AT_MOST + 1);
});

const suspend = (targets = [FIRST]) => ({
  name: "set_sim_status",
  arguments: { iccids: targets, status: "suspended" },
});
const textOf = ({ content }: { content?: unknown }) =>
  (content as { text: string }[]).map(({ text }) => text).join("\n");
const idOf = ({ structuredContent }: { structuredContent?: unknown }) =>
  (structuredContent as { approval: { id: string } }).approval.id;

async function statusOf(iccid: string): Promise<string> {
  const [row] = await asActor(
    owner,
    (sql) => sql`select status from store.sims where iccid = ${iccid}`,
  );
  return row?.status;
}

/** A client that answers what it is asked with `answer`, and keeps the questions. */
async function asking(
  actor: Parameters<typeof clientOf>[0],
  elicitation: { form?: Record<string, never>; url?: Record<string, never> },
  answer: (question: { mode?: string; url?: string; message: string }) => Promise<object> | object,
) {
  const questions: { mode?: string; url?: string; message: string }[] = [];
  const client = await clientOf(actor, { options: { capabilities: { elicitation } } });
  client.setRequestHandler("elicitation/create", async ({ params }) => {
    questions.push(params as (typeof questions)[number]);
    return (await answer(params as (typeof questions)[number])) as never;
  });
  return { client, questions };
}

const yes = { action: "accept", content: { approve: true } };

describe("a client that an owner trusts", () => {
  it("asks its person about a small change that can be undone, and the answer is theirs in the record", async () => {
    const { client, questions } = await asking(
      assistantOf(owner, { isTrusted: true }),
      { form: {} },
      () => yes,
    );
    const answer = await client.callTool(suspend());
    expect(questions).toHaveLength(1);
    expect(questions[0]?.message).toMatch(
      /^Suspend 1 SIM\?\nStatus: active → suspended\n.*device-0/s,
    );
    expect(textOf(answer)).toContain(`approved by ${owner.name}`);
    const id = idOf(answer);
    await work(owner, id);
    expect(await statusOf(FIRST)).toBe("suspended");
    const [row] = await asActor(
      owner,
      (sql) => sql`
        select d.channel, a.channel as audited from store.change_decisions d
        join store.audit_logs a on a.resource_id = d.change_id and a.action = 'change.approve'`,
    );
    expect(row).toEqual({ channel: "mcp", audited: "mcp" });
  });

  it("that brings no is told so, one that brings nothing leaves it to the link", async () => {
    const trusted = assistantOf(owner, { isTrusted: true });
    const refusing = await asking(trusted, { form: {} }, () => ({ action: "decline" }));
    const refused = await refusing.client.callTool(suspend());
    expect((await getChange(owner, idOf(refused))).state).toBe("rejected");
    const silent = await asking(trusted, { form: {} }, () => ({ action: "cancel" }));
    const left = await silent.client.callTool(suspend());
    expect((await getChange(owner, idOf(left))).state).toBe("proposed");
    expect(textOf(left)).toContain("/changes/");
  });

  it("does not ask about what cannot be undone, is many, or needs more than one person", async () => {
    const actor = assistantOf(owner, { isTrusted: true });
    const { client, questions } = await asking(actor, { form: {} }, () => yes);
    const sms = await client.callTool({
      name: "send_sms",
      arguments: { iccids: [FIRST], body: "A" },
    });
    const many = await client.callTool(suspend(iccids));
    await setRules(owner, { two_people_over: 1 });
    const two = await client.callTool(suspend(iccids.slice(0, 2)));
    const states = [sms, many].map(async (each) => (await getChange(owner, idOf(each))).state);
    expect(await Promise.all(states)).toEqual(["proposed", "proposed"]);
    expect(questions.map(({ message }) => message.split("\n")[0])).toEqual(["Suspend 2 SIMs?"]);
    expect(two.isError).toBe(true);
    expect(textOf(two)).toContain("in the browser");
  });

  it("cannot bring an altered, exchanged or used answer, nor one to another call or of another client", async () => {
    const actor = assistantOf(owner, { isTrusted: true });
    const asked = await rawCall(actor, suspend());
    expect(asked).toMatchObject({ resultType: "input_required" });
    const requestState = String(asked.requestState);
    const answers = { inputResponses: { decision: yes }, requestState };
    const [version = "", body = "", mac] = requestState.split(".");
    const other = Buffer.from(body, "base64url").toString().replace("suspend", "activat");
    const forged = [version, Buffer.from(`${other} `).toString("base64url"), mac].join(".");
    const altered = await rawCall(actor, { ...suspend(), ...answers, requestState: forged });
    expect(altered).toMatchObject({ error: { code: -32602 } });
    const stranger = assistantOf(owner, { isTrusted: true, id: "client-2" });
    expect(await rawCall(stranger, { ...suspend(), ...answers })).toHaveProperty("error");
    const exchanged = await rawCall(actor, { ...suspend(iccids.slice(0, 2)), ...answers });
    expect(exchanged).toMatchObject({ isError: true });
    expect(textOf(exchanged)).toContain("not the call");
    const distrusted = assistantOf(owner);
    expect(await rawCall(distrusted, { ...suspend(), ...answers })).toMatchObject({
      isError: true,
    });
    expect(await statusOf(FIRST)).toBe("active");
    const first = await rawCall(actor, { ...suspend(), ...answers });
    expect(textOf(first)).toContain("approved by");
    const again = await rawCall(actor, { ...suspend(), ...answers });
    expect(textOf(again)).toContain("approved already");
  });
});

describe("any other client", () => {
  it("opens the page on which a person decides, and hears what they decided", async () => {
    const { client, questions } = await asking(
      assistantOf(owner),
      { form: {}, url: {} },
      async ({ url = "" }) => {
        await decide(owner, url.split("/").at(-1) ?? "", { decision: "approve" });
        return { action: "accept" };
      },
    );
    const answer = await client.callTool(suspend());
    expect(questions[0]).toMatchObject({ mode: "url", url: expect.stringContaining("/changes/") });
    expect(textOf(answer)).toContain(`approved by ${owner.name}`);
  });

  it("that only says the page was opened has decided nothing", async () => {
    const opened = await asking(assistantOf(owner), { url: {} }, () => yes);
    const answer = await opened.client.callTool(suspend());
    expect(textOf(answer)).toContain("nothing has been done yet");
    expect((await getChange(owner, idOf(answer))).state).toBe("proposed");
  });

  it.each<Era>(["modern", "legacy"])(
    "of the %s era without elicitation gets the link",
    async (era) => {
      const client = await clientOf(assistantOf(owner), { era });
      const proposal = await client.callTool(suspend());
      expect(textOf(proposal)).toContain("/changes/");
      const id = idOf(proposal);
      await expect(decide(assistantOf(owner), id, { decision: "approve" })).rejects.toThrow(
        "key or a client",
      );
      await decide(owner, id, { decision: "approve" });
      await work(owner, id);
      const done = await client.callTool({ name: "get_change", arguments: { change_id: id } });
      expect(done.structuredContent).toMatchObject({ state: "done" });
    },
  );

  it("may not decide, whatever it says of itself, and the attempt is on record", async () => {
    const plain = assistantOf(owner);
    const proposal = await (await clientOf(plain)).callTool(suspend());
    const id = idOf(proposal);
    const viewer = { ...assistantOf(owner, { isTrusted: true }), role: "viewer" as const };
    for (const actor of [plain, owner, viewer]) {
      await expect(decideElicited(actor, id, "approve")).rejects.toThrow("may not decide");
    }
    const other = await newMember(
      { id: owner.organizationId, name: owner.organizationName },
      "operator",
    );
    const foreign = assistantOf(other, { isTrusted: true });
    await expect(decideElicited(foreign, id, "approve")).rejects.toThrow("in the browser");
    const [row] = await asActor(
      owner,
      (sql) => sql`select count(*)::int as n from store.audit_logs where action = 'change.denied'`,
    );
    expect(row?.n).toBe(3);
  });
});

describe.each<Era>(["modern", "legacy"])("long work for a client of the %s era", (era) => {
  const stopped: string[] = [];
  const slow = defineTool({
    name: "slow_work",
    title: "Slow work",
    description: "Works until it is cancelled, and says so.",
    input: z.object({}),
    output: z.object({ ended: z.string() }),
    scope: "sims:read",
    effect: "read",
    route: { method: "GET", path: "/api/v1/slow" },
    run: async ({ signal, onProgress }) => {
      onProgress?.({ done: 1, total: 2, message: "half" });
      await sleep(60_000, undefined, { signal }).catch(() => stopped.push(era));
      signal?.throwIfAborted();
      return { ended: "by itself" };
    },
  });

  it("tells how far it is, and ends when it is cancelled", async () => {
    const client = await clientOf(assistantOf(owner), { era, tools: [slow] });
    const cancel = new AbortController();
    const told: object[] = [];
    const call = client.callTool(
      { name: "slow_work" },
      {
        signal: cancel.signal,
        onprogress: (progress) => {
          told.push(progress);
          cancel.abort();
        },
      },
    );
    await expect(call).rejects.toThrow();
    expect(told).toEqual([{ progress: 1, total: 2, message: "half" }]);
    await expect.poll(() => stopped).toContain(era);
  });

  it("an import tells how many rows are checked", async () => {
    const client = await clientOf(assistantOf(owner), { era });
    const rows = Array.from({ length: 300 }, (_, index) => iccidOf(1_000 + index));
    const told: { message?: string | undefined }[] = [];
    await client.callTool(
      { name: "import_sims", arguments: { csv: `iccid\n${rows.join("\n")}\n` } },
      { onprogress: (progress) => told.push(progress) },
    );
    expect(told.at(-1)?.message).toBe("300 rows are checked");
  });
});
