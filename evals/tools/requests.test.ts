import { expect, it } from "vitest";
import { missOf, readRequests } from "./requests.ts";

const FILE = "evals/tools/requests.jsonl";

it("there are 60 requests, and the names of a fleet stand in them", async () => {
  const requests = await readRequests(FILE, { sim: "8988280666000000019", device: "meter-1" });
  expect(requests).toHaveLength(60);
  expect(new Set(requests.map(({ id }) => id)).size).toBe(60);
  expect(JSON.stringify(requests)).not.toContain("{{");
});

it.each(["tune-a", "tune-c", "aside-b", "aside-d"])(
  "%s can be read, each of its ids once",
  async (set) => {
    const requests = await readRequests(`evals/tools/${set}.jsonl`, {
      sim: "1",
      device: "meter-1",
    });
    expect(requests.length).toBeGreaterThanOrEqual(30);
    expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
  },
);

it("another tool, another input, a missing word and no choice are misses", () => {
  const expected = {
    tool: "top_up",
    input: { type: "data" },
    mentions: ["Acme"],
    or: ["set_quota"],
  };
  const input = { type: "data", bytes: 5, query: { where: { is: "ACME" } } };
  expect(missOf(expected, { tool: "top_up", input })).toBeNull();
  expect(missOf(expected, { tool: "set_quota", input: {} })).toBeNull();
  expect(missOf(expected, { tool: "top_up", input: { ...input, type: "sms" } })).toMatch(/^input/);
  expect(missOf(expected, { tool: "top_up", input: { type: "data" } })).toMatch(/^no Acme/);
  expect(missOf(expected, { tool: "send_sms", input })).toBe("send_sms instead of top_up");
  expect(missOf(expected, null)).toBe("no tool was chosen");
});
