import { sendJson } from "./api.ts";
import { forgetTexts } from "./kept-text.ts";

/** Opens a session; its cookie comes with the answer. @throws RequestFailed */
export async function signIn(email: string, password: string): Promise<void> {
  await sendJson("POST", "/api/auth/sign-in/email", { email, password });
}

/** Ends the session here and on the server, and leaves no page of it behind. */
export async function signOut(): Promise<void> {
  await sendJson("POST", "/api/auth/sign-out", {});
  forgetTexts();
  window.location.assign("/sign-in");
}

/** Other sessions of the person end, and their MCP clients are shut out; this device stays signed in. @throws RequestFailed */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await sendJson("POST", "/api/auth/change-password", { currentPassword, newPassword });
}

/** Everything on the page belongs to one organisation, so changing it starts the page anew. */
export async function switchOrganization(organizationId: string): Promise<void> {
  await sendJson("POST", "/api/auth/organization/set-active", { organizationId });
  window.location.assign("/chat");
}
