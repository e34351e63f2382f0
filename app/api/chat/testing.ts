import { randomUUID } from "node:crypto";
import type { UIMessageChunk } from "ai";
import { POST as stopRoute } from "#app/api/chat/[threadId]/stop/route.ts";
import { POST } from "#app/api/chat/route.ts";
import { GET as messagesRoute } from "#app/api/threads/[threadId]/messages/route.ts";
import type { Role } from "#core/actor.ts";
import { handleAuthRequest } from "#domain/auth/handle-request.ts";
import {
  browserRequest,
  cookieOf,
  newMember,
  newOrganization,
  PASSWORD,
} from "#domain/auth/testing.ts";
import type { Organization } from "#domain/orgs/ensure-organization.ts";
import type { ChatMessage } from "#domain/threads/thread.ts";

/** A person who is signed in, with what their browser does. */
export async function newPerson(role: Role = "owner", organization?: Organization) {
  const actor = await newMember(organization ?? (await newOrganization()), role);
  const signedIn = await handleAuthRequest(
    browserRequest("/api/auth/sign-in/email", { body: { email: actor.name, password: PASSWORD } }),
  );
  const cookie = cookieOf(signedIn);
  const send = (body: unknown) =>
    POST(browserRequest("/api/chat", { body, cookie }), { params: Promise.resolve({}) });
  const on = (threadId: string) => ({ params: Promise.resolve({ threadId }) });
  const history = async (threadId: string) => {
    const path = `/api/threads/${threadId}/messages`;
    const response = await messagesRoute(browserRequest(path, { cookie }), on(threadId));
    if (!response.ok) throw new Error(`no messages: ${response.status}`);
    return (await response.json()) as { messages: ChatMessage[]; answering: string | null };
  };
  return {
    actor,
    cookie,
    send,
    ask: (threadId: string, text: string, id: string = randomUUID()) =>
      send({ id: threadId, trigger: "submit-message", message: questionOf(text, id) }),
    regenerate: (threadId: string) => send({ id: threadId, trigger: "regenerate-message" }),
    stop: (threadId: string) =>
      stopRoute(browserRequest(`/api/chat/${threadId}/stop`, { body: {}, cookie }), on(threadId)),
    history,
    messages: async (threadId: string) => (await history(threadId)).messages,
  };
}

export function questionOf(text: string, id: string = randomUUID()) {
  return { id, role: "user", parts: [{ type: "text", text }] };
}

/** All that a chat response says, to its end. */
export async function chunksOf(response: Response): Promise<UIMessageChunk[]> {
  const text = await response.text();
  return text
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice(6)) as UIMessageChunk);
}

/** Once a chat response has said this. What follows can be read from a clone of it that was made before. */
export async function heard(response: Response, text: string): Promise<void> {
  let said = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    said += chunk;
    if (said.includes(text)) return;
  }
  throw new Error(`It ended without saying "${text}".`);
}

export function textOf(message: ChatMessage | undefined): string {
  return (message?.parts ?? [])
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("");
}
