import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { decrypt, encrypt } from "./encrypt.ts";

const key = randomBytes(32);
const context = ["org-1", "connection-1"];

it("gives the text back to the same key and context, and never looks the same twice", () => {
  const sealed = encrypt(key, "s3cret — ünïcode", context);
  expect(decrypt(key, sealed, context)).toBe("s3cret — ünïcode");
  expect(sealed.includes(Buffer.from("s3cret"))).toBe(false);
  expect(encrypt(key, "s3cret — ünïcode", context).equals(sealed)).toBe(false);
});

it.each([
  ["another organisation", ["org-2", "connection-1"]],
  ["another connection", ["org-1", "connection-2"]],
  ["the same letters cut elsewhere", ["org-1connection-", "1"]],
])("is of no use in %s", (_, other) => {
  expect(decrypt(key, encrypt(key, "s3cret", context), other)).toBeNull();
});

it("is of no use to another key, nor once any byte of it is altered or missing", () => {
  const sealed = encrypt(key, "s3cret", context);
  expect(decrypt(randomBytes(32), sealed, context)).toBeNull();
  for (let index = 0; index < sealed.length; index++) {
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(index) ^ 1, index);
    expect(decrypt(key, altered, context), `byte ${index}`).toBeNull();
    expect(decrypt(key, sealed.subarray(0, index), context), `${index} bytes`).toBeNull();
  }
});
