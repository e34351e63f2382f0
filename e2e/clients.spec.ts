import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { demo, expectAccessible, expectPresentable, signIn } from "./simon.ts";

const VERIFIER = "a-verifier-that-is-long-enough-for-everybody-to-take";

test("a client is let in by a person who signs in for it, shows in the settings, and is shut out there", async ({
  page,
  request,
}) => {
  const program = createServer((_request, response) => response.end("Back in the client."));
  await new Promise<void>((done) => program.listen(0, "127.0.0.1", done));
  const redirect_uri = `http://127.0.0.1:${(program.address() as AddressInfo).port}/callback`;
  const registered = await request.post("/api/auth/oauth2/register", {
    data: {
      client_name: "Fleet helper",
      redirect_uris: [redirect_uri],
      token_endpoint_auth_method: "none",
    },
  });
  const { client_id } = await registered.json();
  const asked = new URLSearchParams({
    response_type: "code",
    client_id,
    redirect_uri,
    state: "mine",
    scope: "sims:read sims:write",
    code_challenge: createHash("sha256").update(VERIFIER).digest("base64url"),
    code_challenge_method: "S256",
  });
  await page.goto(`/api/auth/oauth2/authorize?${asked}`);
  await page.getByLabel("E-mail").fill(demo().email);
  await page.getByLabel("Password", { exact: true }).fill(demo().password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Let “Fleet helper” use Simon?" })).toBeVisible();
  await expect(page.getByText("A program on this computer.")).toBeVisible();
  await expectPresentable(page, "oauth-consent");
  await page.getByLabel("Propose changes to SIMs").uncheck();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByText("Back in the client.")).toBeVisible();
  const answer = new URL(page.url()).searchParams;
  expect(answer.get("state")).toBe("mine");

  const form = {
    grant_type: "authorization_code",
    client_id,
    redirect_uri,
    code: answer.get("code") ?? "",
    code_verifier: VERIFIER,
  };
  const { access_token, scope } = await (
    await request.post("/api/auth/oauth2/token", { form })
  ).json();
  expect(scope).toBe("sims:read offline_access");
  const list = () =>
    request.post("/api/mcp", {
      data: { jsonrpc: "2.0", id: 1, method: "tools/list" },
      headers: {
        authorization: `Bearer ${access_token}`,
        accept: "application/json, text/event-stream",
      },
    });
  expect((await list()).status()).toBe(200);

  await signIn(page, "/settings/clients");
  const row = page.getByRole("row", { name: /Fleet helper/ });
  await expect(row).toContainText("Read SIMs, usage and quotas");
  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByText(/Simon .* tools, \d+ ms/)).toBeVisible();
  await page.getByText("Cursor", { exact: true }).click();
  await expect(page.getByRole("link", { name: "Add to Cursor" })).toHaveAttribute(
    "href",
    /^cursor:\/\/anysphere\.cursor-deeplink/,
  );
  await expectPresentable(page, "settings-clients");
  await row.getByRole("button", { name: "Trust" }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Trust" }).click();
  await expect(row).toContainText("trusted");
  await row.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  expect((await list()).status()).toBe(401);
  program.close();
});
