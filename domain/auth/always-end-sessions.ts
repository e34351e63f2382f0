import { createAuthMiddleware } from "better-auth/api";

export const CHANGE_PASSWORD = "/change-password";

/** The sign-in library would leave this to whoever asks: all sessions end, and this device gets a new one. */
export const alwaysEndSessions = createAuthMiddleware(async ({ path, body }) => {
  if (path !== CHANGE_PASSWORD) return;
  return { context: { body: { ...body, revokeOtherSessions: true } } };
});
