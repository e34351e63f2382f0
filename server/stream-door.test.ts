// Who may push, and what is taken at all.
import { describe, expect, it } from "vitest";
import { event, usage } from "#connectors/once/stream/testing.ts";
import { disconnect } from "#domain/connections/disconnect.ts";
import { renewStream } from "#domain/connections/stream/renew-stream.ts";
import { connected, daily, eventsOf, putAside, simOf, streamDoor } from "./testing/streams.ts";

const MB = 1024 ** 2;
const { post, pushed } = streamDoor();

describe("the door", () => {
  it("is closed without the connection's own name and password, and says no more than that", async () => {
    const [ours, theirs] = await Promise.all([connected(), connected()]);
    const basic = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
    const { stream } = ours;
    const words = new Set<string>();
    for (const header of [
      null,
      "",
      "Bearer x",
      "Basic",
      "Basic %%%",
      basic("no colon"),
      basic(`${stream.user}:wrong`),
      basic(`wrong:${stream.password}`),
      basic(`${theirs.stream.user}:${theirs.stream.password}`),
    ]) {
      const answer = await post(stream, [usage({ id: 1 })], header);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Basic/);
      words.add(await answer.text());
    }
    const [organization, id] = (new URL(stream.url).pathname.split("/").at(-1) ?? "").split(".");
    const other = new URL(theirs.stream.url).pathname.split("/").at(-1)?.split(".")[1];
    for (const address of [`${organization}.${other}`, `x.${id}`, `${id}`, "", "a/b", "%00.x"]) {
      const url = `http://simon.test/api/connectors/once/stream/${address}`;
      const answer = await post({ ...stream, url }, [usage({ id: 1 })]);
      expect(answer.status, address).toBe(401);
      words.add(await answer.text());
    }
    expect(words.size).toBe(1);
    expect(await daily(ours.actor)).toEqual([]);
    expect(await putAside(ours.actor)).toEqual([]);
  });

  it("takes the newest password only, and none once disconnected", async () => {
    const { actor, stream } = await connected();
    const renewed = await renewStream(actor);
    expect((await post(stream, [])).status).toBe(401);
    expect((await post(renewed, [])).status).toBe(200);
    await disconnect(actor);
    expect((await post(renewed, [])).status).toBe(401);
  });

  it.each([
    ["no JSON", "{", 400],
    ["an object", { records: [] }, 400],
    ["nothing", "", 400],
    ["3,001 records", Array.from({ length: 3_001 }, () => 1), 413],
    ["17 MB", " ".repeat(17 * MB), 413],
  ])("refuses %s", async (_, body, status) => {
    const { stream } = await connected([]);
    const answer = await post(stream, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("keeps what one organisation's provider pushes out of another's fleet", async () => {
    const [ours, theirs] = await Promise.all([connected(), connected()]);
    await pushed(ours.stream, [usage({ id: 1 }), event({ id: 1 })]);
    expect(await daily(theirs.actor)).toEqual([]);
    expect(await eventsOf(theirs.actor)).toEqual([]);
    expect(await simOf(theirs.actor)).toMatchObject({ last_seen_at: null });
    expect(await pushed(theirs.stream, [usage({ id: 1 })])).toMatchObject({ repeated: 0 });
  });
});
