import { afterEach, describe, expect, it } from "vitest";
import { ProviderError } from "../../provider.ts";
import { NEVER, type OnceServer, onceSim, type Reply, startOnce } from "../testing/once-server.ts";

const ICCID = onceSim(1).iccid;
const PAGE = {
  text: "<html><body>Bad gateway</body></html>",
  headers: { "content-type": "text/html" },
};

let once: OnceServer;
afterEach(() => once.stop());

/** Each reply once, then a SIM. */
function replies(...list: Reply[]) {
  return startOnce((_asked, nth) => list[nth - 1] ?? { json: onceSim(1) });
}

const readSim = (options = {}) => once.provider(options).reads.readSim(ICCID, { signal: NEVER });
const reset = () =>
  once.provider().perform({ kind: "reset", iccid: ICCID }, { idempotencyKey: "k", signal: NEVER });

async function failureOf(call: Promise<unknown>): Promise<ProviderError> {
  const error = await call.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof ProviderError) return error;
  throw error;
}

describe("a read", () => {
  it.each<[string, Reply]>([
    ["a server error", { status: 500, json: { error_code: 1000, message: "Internal" } }],
    ["an error without a body", { status: 503 }],
    ["a web page for an error", { status: 502, ...PAGE }],
    ["a web page instead of data", PAGE],
    ["a 404 that is a web page", { status: 404, ...PAGE }],
    ["half an answer", { half: '{"iccid": "89882' }],
    ["a cut connection", "reset"],
    ["an empty answer", {}],
    ["JSON that ends too early", { text: '{"iccid": "8988' }],
    ["an answer of another shape", { json: { sims: [] } }],
  ])("gets over %s by asking again", async (_what, reply) => {
    once = await replies(reply, reply);
    expect((await readSim())?.iccid).toBe(ICCID);
    expect(once.asked).toHaveLength(3);
  });

  it("is lost after four attempts, and has waited for its turn before each", async () => {
    once = await startOnce(() => ({ status: 500 }));
    let turns = 0;
    const awaitTurn = async () => void turns++;
    expect(await failureOf(readSim({ awaitTurn }))).toMatchObject({ kind: "lost" });
    expect([once.asked.length, turns]).toEqual([4, 4]);
  });

  it("of silence ends when its time is over", async () => {
    once = await startOnce(() => "silence");
    expect(await failureOf(readSim({ timeoutMs: 50 }))).toMatchObject({ kind: "lost" });
  }, 10_000); // a time that nobody heeds is twelve seconds for each of four attempts

  it("ends with the caller's signal, and is not tried again", async () => {
    once = await startOnce(() => "silence");
    const stop = new AbortController();
    const reading = once.provider().reads.readSim(ICCID, { signal: stop.signal });
    const failure = failureOf(reading);
    await expect.poll(() => once.asked).toHaveLength(1);
    stop.abort();
    expect(await failure).toMatchObject({ kind: "lost" });
    expect(once.asked).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ["without a body", { status: 404 }],
    ["with one", { status: 404, json: { error_code: 1, error_token: "NotFound", message: "no" } }],
  ])("of what is not there is null: 404 %s", async (_what, reply) => {
    once = await replies(reply);
    expect(await readSim()).toBeNull();
  });

  it.each<[string, Reply, RegExp]>([
    ["v1's empty 403", { status: 403 }, /credentials/],
    ["v1's empty 422", { status: 422 }, /expired/],
    [
      "v2's 400",
      { status: 400, json: { error_code: 1, error_token: "BadRequest", message: "secret words" } },
      /not valid/,
    ],
    ["a redirect", { status: 302, headers: { location: "https://elsewhere.test/" } }, /elsewhere/],
  ])("is refused in a sentence of ours: %s", async (_what, reply, says) => {
    once = await replies(reply, reply, reply);
    const failure = await failureOf(readSim());
    expect(failure.kind).toBe("rejected");
    expect(failure.message).toMatch(says);
    expect(failure.message).not.toContain("secret words");
    expect(once.asked).toHaveLength(1);
  });

  it.each<[string, Readonly<Record<string, string>>, number, number]>([
    ["seconds", { "retry-after": "3" }, 3_000, 3_000],
    [
      "a moment by their clock, which is a day ahead",
      {
        date: new Date(Date.now() + 86_400_000).toUTCString(),
        "retry-after": new Date(Date.now() + 86_400_000 + 5_000).toUTCString(),
      },
      4_000,
      6_000,
    ],
    ["nothing", {}, 1_000, 1_000],
    ["an eternity", { "retry-after": "999999" }, 600_000, 600_000],
  ])(
    "that comes too often is busy, for as long as they say: %s",
    async (_what, headers, from, to) => {
      once = await replies({ status: 429, headers });
      const failure = await failureOf(readSim());
      expect(failure.kind).toBe("busy");
      expect(failure.retryAfterMs).toBeGreaterThanOrEqual(from);
      expect(failure.retryAfterMs).toBeLessThanOrEqual(to);
      expect(once.asked).toHaveLength(1);
    },
  );

  it("finds its way from a base URL with a slash at the end", async () => {
    once = await replies();
    await readSim({ baseUrl: `${once.baseUrl}/` });
    expect(once.asked[0]?.path).toBe(`/management-api/v2/sims/${ICCID}`);
  });
});

describe("an effect", () => {
  it.each<[string, Reply, string]>([
    ["a server error", { status: 500 }, "lost"],
    ["a web page", PAGE, "lost"],
    ["a cut connection", "reset", "lost"],
    ["too many calls", { status: 429 }, "busy"],
    ["a conflict", { status: 409, json: { error_code: 1, message: "no" } }, "rejected"],
    ["an unknown SIM", { status: 404 }, "rejected"],
  ])("is asked for once: %s", async (_what, reply, kind) => {
    once = await startOnce(() => reply);
    expect((await failureOf(reset())).kind).toBe(kind);
    expect(once.asked).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ["an empty body", { status: 201 }],
    ["half a body", { status: 201, half: "{" }],
    ["a body of another kind", { status: 201, text: "ok" }],
  ])("is done once the status says so: %s", async (_what, reply) => {
    once = await startOnce(() => reply);
    await reset();
    expect(once.asked).toHaveLength(1);
  });

  it("was not asked for where nobody listens, so that it may be asked for again", async () => {
    once = await replies();
    await readSim(); // a token is there
    once.stop();
    await new Promise((done) => setTimeout(done, 20));
    expect(await failureOf(reset())).toMatchObject({ kind: "busy" });
  });
});
