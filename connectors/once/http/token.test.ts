import { afterEach, describe, expect, it, vi } from "vitest";
import { ProviderError } from "../../provider.ts";
import { NEVER, type OnceServer, onceSim, startOnce } from "../testing/once-server.ts";

const ICCID = onceSim(1).iccid;

let once: OnceServer;
afterEach(() => {
  vi.restoreAllMocks();
  once.stop();
});

const read = (options = {}) => once.provider(options).reads.readSim(ICCID, { signal: NEVER });
const granted = (expires_in: unknown) => (_asked: unknown, nth: number) => ({
  json: { access_token: `token-${nth}`, expires_in },
});

describe("a token", () => {
  it("is asked for with the credentials as Basic and a JSON body", async () => {
    once = await startOnce(() => ({ json: onceSim(1) }));
    await read({ clientSecret: "s€cret" });
    expect(once.tokens[0]).toMatchObject({
      method: "POST",
      body: { grant_type: "client_credentials" },
      headers: { "content-type": "application/json" },
    });
    const sent = String(once.tokens[0]?.headers.authorization).replace("Basic ", "");
    expect(Buffer.from(sent, "base64").toString("utf8")).toBe("client:s€cret");
    expect(once.asked[0]?.headers.authorization).toBe("Bearer token-1");
  });

  it("is one for all who ask at once, and for all providers of a credential", async () => {
    once = await startOnce(() => ({ json: onceSim(1) }));
    once.grants(async (_asked, nth) => {
      await new Promise((done) => setTimeout(done, 50));
      return { json: { access_token: `token-${nth}`, expires_in: 3600 } };
    });
    await Promise.all(Array.from({ length: 20 }, () => read()));
    expect(once.tokens).toHaveLength(1);
    await read({ clientSecret: "another" });
    expect(once.tokens).toHaveLength(2);
  });

  it.each([
    ["30 s before its end", 100, 69_000, 71_000],
    ["at half its life where that is short", 20, 9_000, 11_000],
    ["by ten minutes where nothing is said", undefined, 569_000, 571_000],
  ])("is renewed %s, by a clock that nobody can set", async (_when, life, fresh, stale) => {
    once = await startOnce(() => ({ json: onceSim(1) }));
    once.grants(granted(life));
    const startedAt = performance.now();
    await read();
    const clock = vi.spyOn(performance, "now").mockReturnValue(startedAt + fresh);
    await read();
    expect(once.tokens).toHaveLength(1);
    clock.mockReturnValue(startedAt + stale);
    await read();
    expect(once.tokens).toHaveLength(2);
  });

  it("that is refused before its time is renewed once, and the call made once more", async () => {
    let valid = "Bearer token-1";
    once = await startOnce(({ headers }) =>
      headers.authorization === valid ? { json: onceSim(1) } : { status: 401 },
    );
    await read();
    valid = "Bearer token-2";
    await Promise.all([read(), read(), read()]);
    expect(once.tokens).toHaveLength(2);
    expect(once.asked.length).toBeLessThanOrEqual(7);
  });

  it("that is refused again ends in a sentence, not in a loop", async () => {
    once = await startOnce(() => ({ status: 401 }));
    await expect(read()).rejects.toMatchObject({ kind: "rejected" });
    expect([once.tokens.length, once.asked.length]).toEqual([3, 3]);
  });
});

describe("credentials", () => {
  it("that are bad are answered by 400, and not tried by every row of a change", async () => {
    once = await startOnce(() => ({ json: onceSim(1) }));
    once.grants(() => ({
      status: 400,
      json: { statusCode: 400, errorCode: "BadCredentials", message: "User does not exist." },
    }));
    for (let row = 0; row < 5; row++) {
      await expect(read()).rejects.toThrow(
        new ProviderError("rejected", "1NCE does not accept the client ID and secret."),
      );
    }
    expect([once.tokens.length, once.asked.length]).toEqual([1, 0]);
  });

  it.each([
    ["an error", { status: 500 }],
    ["a web page", { text: "<!doctype html>", headers: { "content-type": "text/html" } }],
    ["a cut connection", "reset" as const],
    ["no token", { json: { expires_in: 3600 } }],
  ])("get over %s, and an effect that waits for them is not lost", async (_what, reply) => {
    once = await startOnce(() => ({ json: onceSim(1) }));
    once.grants((_asked, nth) => (nth < 3 ? reply : { json: { access_token: "late" } }));
    await read();
    expect(once.tokens).toHaveLength(3);
    once.grants(() => reply);
    const reset = once
      .provider({ clientId: "other" })
      .perform({ kind: "reset", iccid: ICCID }, { idempotencyKey: "k", signal: NEVER });
    await expect(reset).rejects.toMatchObject({ kind: "busy" });
  });
});
