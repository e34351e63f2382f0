import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { Invalid } from "#core/errors.ts";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./password-length.ts";

/** The hash to store. @throws Invalid when the password is too short or too long. */
export function toPasswordHash(password: string): Promise<string> {
  if (password.length < MIN_PASSWORD_LENGTH) {
    throw new Invalid(`The password is too short: use at least ${MIN_PASSWORD_LENGTH} characters.`);
  }
  if (password.length > MAX_PASSWORD_LENGTH) {
    throw new Invalid(`The password is too long: use at most ${MAX_PASSWORD_LENGTH} characters.`);
  }
  return hashPassword(password);
}

/** 144 random bits, to be copied rather than remembered. */
export function randomPassword(): string {
  return randomBytes(18).toString("base64url");
}
