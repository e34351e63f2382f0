import { expect, test } from "@playwright/test";
import { expectAccessible, signIn } from "./simon.ts";

test("an owner makes a key with limits of its own and changes them; REST keeps to them", async ({
  page,
  request,
}) => {
  await signIn(page, "/settings/keys");
  await page.getByLabel("Name").fill("Slow export");
  await page.getByLabel("Reads a minute").fill("1");
  await page.getByRole("button", { name: "Make the key" }).click();
  const key = (await page.getByText(/^simon_[\w-]{40,}$/).textContent()) ?? "";
  const read = () =>
    request.get("/api/v1/sims?limit=1", { headers: { authorization: `Bearer ${key}` } });
  expect((await read()).status()).toBe(200);
  const refused = await read();
  expect(refused.status()).toBe(429);
  expect(refused.headers()["ratelimit-policy"]).toBe('"reads";q=1;w=60');

  await page.getByRole("button", { name: "Limits of Slow export" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByLabel("Reads a minute").fill("1500");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("row", { name: /Slow export/ })).toContainText("1,500 reads");
  const next = await read();
  expect(next.status()).toBe(200);
  expect(next.headers()["ratelimit-policy"]).toBe('"reads";q=1500;w=60');
});

test("a body that is too large is refused by every route that takes JSON, and the next one served", async ({
  page,
}) => {
  await signIn(page, "/chat");
  const routes = [
    ["POST", "/api/chat"],
    ["POST", "/api/threads"],
    ["PATCH", "/api/threads/x"],
    ["POST", "/api/keys"],
    ["PATCH", "/api/keys/x"],
    ["PATCH", "/api/members/x"],
    ["POST", "/api/invitations"],
    ["DELETE", "/api/invitations"],
    ["PUT", "/api/profile"],
    ["PUT", "/api/model"],
    ["PATCH", "/api/organization"],
    ["PUT", "/api/attention-limits"],
    ["PUT", "/api/retention"],
    ["PUT", "/api/notifications/muted"],
    ["POST", "/api/account/reset"],
    ["POST", "/api/auth/sign-in/email"],
    ["POST", "/api/v1/ai/query"],
  ] as const;
  const origin = new URL(page.url()).origin;
  for (const [method, path] of routes) {
    const answer = await page.request.fetch(path, {
      method,
      headers: { "content-type": "application/json", origin },
      data: " ".repeat(2 * 1024 * 1024),
    });
    expect(answer.status(), path).toBe(413);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ title: "Limited", code: "limited", status: 413 });
  }
  expect((await page.request.get("/api/threads")).status()).toBe(200);
});
