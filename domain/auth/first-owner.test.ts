import { randomUUID } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as redeem } from "#app/api/account/[kind]/route.ts";
import { overrideConfig } from "#core/config.ts";
import { Conflict, NotFound } from "#core/errors.ts";
import { database } from "#db/database.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { actorOfRequest } from "./actor-of.ts";
import { ensureDemoAccount } from "./demo-account.ts";
import { demoFile, readDemoFile } from "./demo-file.ts";
import { createFirstOwner, firstOwnerLink } from "./first-owner.ts";
import { handleAuthRequest } from "./handle-request.ts";
import { forgetKeys } from "./key-cache.ts";
import { browserRequest, cookieOf } from "./testing.ts";

// A database of its own, since both are about an installation in which nobody has an account yet.
const { settings } = ownDatabase();
beforeAll(() => void overrideConfig({ ...settings, SIMON_DEMO: "1" }));

const signIn = (email: string, password: string) =>
  handleAuthRequest(browserRequest("/api/auth/sign-in/email", { body: { email, password } }));

describe("the first owner", () => {
  it("is made by a link that stays the same until it is used, once", async () => {
    const path = await firstOwnerLink();
    expect(path).toMatch(/^\/setup\/[\w-]{40,}$/);
    expect(await firstOwnerLink()).toBe(path);
    const token = path?.replace("/setup/", "") ?? "";

    const body = {
      token,
      email: "first@example.test",
      password: "the first password",
      organization: "First Ltd",
    };
    const made = await redeem(browserRequest("/api/account/setup", { body }), {
      params: Promise.resolve({ kind: "setup" }),
    });
    expect(made.status).toBe(200);
    const cookie = cookieOf(await signIn("first@example.test", "the first password"));
    expect(await actorOfRequest(new Headers({ cookie }))).toMatchObject({
      role: "owner",
      organizationName: "First Ltd",
    });

    expect(await firstOwnerLink()).toBeNull();
    await expect(createFirstOwner(token, body)).rejects.toBeInstanceOf(NotFound);
  });

  it("cannot come after somebody has an account", async () => {
    const { createLink } = await import("./one-time-link.ts");
    const { sql } = await database();
    const path = await createLink(sql, { kind: "setup" }, 60_000);
    const late = {
      email: `${randomUUID()}@example.test`,
      password: "much too late",
      organization: "X",
    };
    await expect(createFirstOwner(path.slice(7), late)).rejects.toBeInstanceOf(Conflict);
  });
});

describe("the demo account", () => {
  const bearer = (key: string) => new Headers({ authorization: `Bearer ${key}` });

  it("is an owner of the fleet's first organisation, written to a file of mode 0600", async () => {
    await ensureDemoAccount({ url: "http://127.0.0.1:3000" });
    expect((await stat(demoFile())).mode & 0o777).toBe(0o600);
    const demo = JSON.parse(await readFile(demoFile(), "utf8"));
    expect(Object.keys(demo).sort()).toEqual([
      "apiKey",
      "email",
      "organization",
      "password",
      "url",
    ]);
    expect(demo).toMatchObject({ url: "http://127.0.0.1:3000", organization: "Aurora IoT" });
    const cookie = cookieOf(await signIn(demo.email, demo.password));
    expect(await actorOfRequest(new Headers({ cookie }))).toMatchObject({
      role: "owner",
      organizationName: "Aurora IoT",
    });
    expect(await actorOfRequest(bearer(demo.apiKey))).toMatchObject({
      kind: "apiKey",
      organizationName: "Aurora IoT",
      limits: { readsPerMinute: 6000, effectsPerMinute: 60 },
    });
  });

  it("keeps its password and key, and learns a new address", async () => {
    const before = await readDemoFile();
    await ensureDemoAccount({ url: "http://127.0.0.1:4000" });
    expect(await readDemoFile()).toEqual({ ...before, url: "http://127.0.0.1:4000" });
  });

  it("is mended when the file is gone", async () => {
    await rm(demoFile());
    await ensureDemoAccount({ url: "http://127.0.0.1:3000" });
    const demo = await readDemoFile();
    expect((await signIn(demo?.email ?? "", demo?.password ?? "")).status).toBe(200);
    expect((await actorOfRequest(bearer(demo?.apiKey ?? ""))).kind).toBe("apiKey");
  });

  it("moves to the first organisation of another fleet", async () => {
    const before = await readDemoFile();
    await ensureDemoAccount({ url: "http://127.0.0.1:3000", organization: "Other Fleet" });
    const demo = await readDemoFile();
    expect(demo).toMatchObject({ organization: "Other Fleet", password: before?.password });
    expect(await actorOfRequest(bearer(demo?.apiKey ?? ""))).toMatchObject({
      organizationName: "Other Fleet",
    });
    forgetKeys();
    await expect(actorOfRequest(bearer(before?.apiKey ?? ""))).rejects.toThrow();
    const cookie = cookieOf(await signIn(demo?.email ?? "", demo?.password ?? ""));
    expect((await actorOfRequest(new Headers({ cookie }))).organizationName).toBe("Other Fleet");
    await ensureDemoAccount({ url: "http://127.0.0.1:3000" });
    expect((await readDemoFile())?.organization).toBe("Other Fleet");
  });

  it("is not made outside a demo", async () => {
    await rm(demoFile());
    overrideConfig({ ...settings, SIMON_DEMO: "0" });
    await ensureDemoAccount({ url: "http://127.0.0.1:3000" });
    expect(await readDemoFile()).toBeUndefined();
  });
});
