import { afterEach, expect, it } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { isOAuthOpen, mcpAddressAt, mcpResourceAt, mcpResources } from "./addresses.ts";
import { isDocumentAddress } from "./client-documents.ts";
import { clientNameOf } from "./client-name.ts";

afterEach(() => void overrideConfig({}));

it("is open over https and on this machine, under each address that leads there; over plain http not", () => {
  overrideConfig({ PORT: "3000" });
  expect(mcpResources()).toEqual([
    "http://127.0.0.1:3000/api/mcp",
    "http://localhost:3000/api/mcp",
  ]);
  expect(mcpResourceAt("localhost:3000")).toBe("http://localhost:3000/api/mcp");
  expect(mcpResourceAt("evil.example")).toBe("http://127.0.0.1:3000/api/mcp");
  overrideConfig({ SIMON_URL: "https://simon.example" });
  expect(mcpResourceAt("simon.example")).toBe("https://simon.example/api/mcp");
  expect(isOAuthOpen()).toBe(true);
  overrideConfig({ SIMON_URL: "http://simon.lan" });
  expect(isOAuthOpen()).toBe(false);
  expect(mcpAddressAt("simon.lan")).toBe("http://simon.lan/api/mcp");
});

it("a client's document is at an https address with a path; on this machine only for who runs Simon there", () => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "1" });
  expect(isDocumentAddress("https://client.example/oauth.json")).toBe(true);
  expect(isDocumentAddress("http://127.0.0.1:9/oauth.json")).toBe(true);
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "1", SIMON_URL: "https://simon.example" });
  for (const no of [
    "http://127.0.0.1:9/oauth.json",
    "http://client.example/oauth.json",
    "https://client.example",
    "https://a@client.example/x",
    "https://client.example/../x",
    "https://client.example/x#y",
    "AbCdEf",
  ]) {
    expect(isDocumentAddress(no), no).toBe(false);
  }
});

it("a name is shown without signs that hide or turn it around, and not at any length", () => {
  expect(clientNameOf("Cl\u202Eaude\u0000\n")).toBe("Claude");
  expect(clientNameOf("x".repeat(500))).toHaveLength(60);
  expect(clientNameOf(" \u200B")).toBe("An unnamed client");
});
