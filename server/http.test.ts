import type { Server } from "node:http";
import { request } from "node:http";
import { type AddressInfo, createConnection } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metrics } from "#core/metrics.ts";
import { createWebServer, listen } from "./http.ts";

const BODY = JSON.stringify({ text: "a".repeat(5_000) });
let server: Server;
let url: string;
let isReady = true;

beforeAll(async () => {
  server = createWebServer(() =>
    isReady
      ? async (req, res) => {
          const type = req.url === "/stream" ? "text/event-stream" : "application/json";
          res.setHeader("content-type", type);
          res.setHeader(
            "x-nonce-seen",
            /'nonce-([^']+)'/.exec(String(req.headers["content-security-policy"]))?.[1] ?? "",
          );
          res.end(BODY);
        }
      : null,
  );
  url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
});
afterAll(() => server.close());

const post = (headers: Record<string, string>) => fetch(url, { method: "POST", headers });

describe("the web server", () => {
  it("sends its security headers with everything, and a new nonce each time", async () => {
    const [one, two] = await Promise.all([fetch(url), fetch(url)]);
    const policy = one.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`'nonce-${one.headers.get("x-nonce-seen")}'`);
    expect(policy).not.toBe(two.headers.get("content-security-policy"));
    expect(one.headers.get("x-content-type-options")).toBe("nosniff");
    expect(one.headers.get("x-frame-options")).toBe("DENY");
  });

  it("lets a page load, send and show nothing from outside, whatever stands in it", async () => {
    const policy = (await fetch(url)).headers.get("content-security-policy") ?? "";
    const directives = policy.split("; ").map((line) => line.split(" "));
    const names = directives.map(([name]) => name);
    for (const name of ["default-src", "img-src", "connect-src", "form-action", "base-uri"]) {
      expect(names).toContain(name);
    }
    const ours = /^('(self|none|unsafe-inline|strict-dynamic|nonce-.+)'|data:|blob:)$/;
    const outside = directives.flatMap(([, ...sources]) =>
      sources.filter((one) => !ours.test(one)),
    );
    expect(outside).toEqual([]);
  });

  it("counts requests by sort of route, method and status", async () => {
    for (const path of ["/api/v1/sims", "/api/v1/sims/1", "/chat", "/_next/x.js"])
      await (await fetch(url + path)).text();
    const counts = async () => {
      const { values } = await metrics().httpRequests.get();
      return values
        .filter(({ metricName }) => metricName?.endsWith("_count"))
        .map(({ labels, value }) => `${labels.route} ${labels.method} ${labels.status} ${value}`);
    };
    await expect
      .poll(counts)
      .toEqual(expect.arrayContaining(["rest GET 200 2", "assets GET 200 1"]));
  });

  it("ignores a policy that a client sends, so that nobody chooses the nonce", async () => {
    const answer = await fetch(url, {
      headers: { "content-security-policy": "script-src 'nonce-mine'" },
    });
    expect(answer.headers.get("x-nonce-seen")).not.toBe("mine");
  });

  it("takes a cookie-carrying POST from its own pages only", async () => {
    const cookie = "better-auth.session_token=x";
    expect((await post({ cookie, origin: url })).status).toBe(200);
    expect((await post({ cookie, "sec-fetch-site": "same-origin" })).status).toBe(200);
    expect((await post({ cookie, origin: "https://evil.example" })).status).toBe(403);
    expect((await post({ cookie, origin: "null" })).status).toBe(403);
    expect((await post({ cookie })).status).toBe(403);
    expect((await post({ authorization: "Bearer key" })).status).toBe(200);
  });

  it.each(["gzip", "br"])("compresses JSON by %s", async (encoding) => {
    const { headers, bytes } = await rawGet("/", encoding);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(bytes).toBeLessThan(BODY.length / 10);
  });

  it("lets a stream of events through as it is", async () => {
    const { headers } = await rawGet("/stream", "gzip");
    expect(headers["content-encoding"]).toBeUndefined();
  });

  it("says so while it is starting", async () => {
    isReady = false;
    const answer = await fetch(url);
    isReady = true;
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("2");
  });

  it("survives a client that sends no HTTP", async () => {
    const socket = createConnection((server.address() as AddressInfo).port, "127.0.0.1");
    socket.on("error", () => socket.destroy());
    socket.resume();
    socket.end("\0\0not http\r\n\r\n");
    await new Promise((done) => socket.on("close", done));
    expect((await fetch(url)).status).toBe(200);
  });
});

function rawGet(
  path: string,
  encoding: string,
): Promise<{ headers: Record<string, unknown>; bytes: number }> {
  return new Promise((done, fail) => {
    request(`${url}${path}`, { headers: { "accept-encoding": encoding } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("end", () => done({ headers: response.headers, bytes }));
    })
      .on("error", fail)
      .end();
  });
}
