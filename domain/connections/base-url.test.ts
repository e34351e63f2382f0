import { afterEach, expect, it } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { checkBaseUrl } from "./base-url.ts";

afterEach(() => {
  overrideConfig({});
});

it.each([
  "http://1.1.1.1/management-api",
  "https://127.0.0.1/",
  "https://127.1/", // the same, as a browser writes it
  "https://2130706433/",
  "https://0x7f000001/",
  "https://[::1]:8443",
  "https://[::ffff:10.0.0.1]/",
  "https://10.1.2.3",
  "https://172.31.0.1",
  "https://192.168.0.1",
  "https://169.254.169.254/latest/meta-data",
  "https://100.64.0.1",
  "https://0.0.0.0",
  "https://[fd00::1]",
  "https://[fe80::1]",
  "https://[64:ff9b::a00:1]",
  "https://[2002:a00:1::]",
  "https://localhost/management-api",
  "https://database/",
  "ftp://example.org",
  "file:///etc/passwd",
  "https://user:password@1.1.1.1/",
  "https://1.1.1.1/?x=1",
  "https://1.1.1.1/#x",
  "api.1nce.com",
  "",
])("refuses %s", async (url) => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "0" });
  await expect(checkBaseUrl(url)).rejects.toMatchObject({ code: "invalid" });
});

it("takes a public host, and leaves a slash at the end away", async () => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "0" });
  expect(await checkBaseUrl(" https://1.1.1.1/management-api/ ")).toBe(
    "https://1.1.1.1/management-api",
  );
});

it("takes this machine itself only where it is allowed, and no other private one then", async () => {
  overrideConfig({ SIMON_LOOPBACK_PROVIDER: "1" });
  expect(await checkBaseUrl("http://127.0.0.1:4010/")).toBe("http://127.0.0.1:4010");
  expect(await checkBaseUrl("http://localhost:4010")).toBe("http://localhost:4010");
  await expect(checkBaseUrl("https://10.0.0.1")).rejects.toMatchObject({ code: "invalid" });
  await expect(checkBaseUrl("http://1.1.1.1")).rejects.toMatchObject({ code: "invalid" });
});
