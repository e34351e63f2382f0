// What a person and their browser do while a client is let in, without the pages.
import { POST as decide } from "#app/api/oauth/consent/route.ts";
import { handleAuthRequest } from "#domain/auth/handle-request.ts";
import { baseUrl } from "#domain/auth/origins.ts";
import { browserRequest, cookieOf, PASSWORD } from "#domain/auth/testing.ts";

export interface Choice {
  readonly organizationId: string;
  readonly isAllowed?: boolean;
  /** What is left ticked; all that was asked for when left out. */
  readonly scopes?: readonly string[];
}

const sessions = new Map<string, Promise<string>>();

/** The Cookie header of the person's session, opened once: checking a password costs time on purpose. */
export function signedIn(email: string): Promise<string> {
  const cookie = sessions.get(email) ?? newSession(email);
  sessions.set(email, cookie);
  return cookie;
}

async function newSession(email: string): Promise<string> {
  const body = { email, password: PASSWORD };
  const request = browserRequest("/api/auth/sign-in/email", { body, origin: baseUrl() });
  return cookieOf(await handleAuthRequest(request));
}

/** Opens the address that a client sent the browser to. @returns what our page of consent is opened with. */
export async function openConsent(address: URL | string, cookie: string): Promise<URLSearchParams> {
  const response = await fetch(address, { headers: { cookie }, redirect: "manual" });
  const page = new URL(response.headers.get("location") ?? "", address);
  if (page.pathname !== "/oauth/consent") throw new Error(`led to ${page}, ${response.status}`);
  return page.searchParams;
}

/** Decides on the page. @returns where the browser is led with the answer. */
export async function decideOn(
  page: URLSearchParams,
  cookie: string,
  { organizationId, isAllowed = true, scopes }: Choice,
): Promise<URL> {
  const asked = page.get("scope")?.split(" ") ?? [];
  const body = { query: page.toString(), isAllowed, organizationId, scopes: scopes ?? asked };
  const request = browserRequest("/api/oauth/consent", { body, cookie, origin: baseUrl() });
  const response = await decide(request, { params: Promise.resolve({}) });
  const answer = (await response.json()) as { url?: string; detail?: string };
  if (!answer.url) throw new Error(answer.detail);
  return new URL(answer.url);
}
