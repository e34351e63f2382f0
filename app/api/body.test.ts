import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { POST as account } from "#app/api/account/[kind]/route.ts";
import { POST as signIn } from "#app/api/auth/[...all]/route.ts";
import { PUT as setRules } from "#app/api/change-rules/route.ts";
import { POST as controlChange } from "#app/api/changes/[id]/control/route.ts";
import { POST as decideChange } from "#app/api/changes/[id]/decision/route.ts";
import { POST as chat } from "#app/api/chat/route.ts";
import { newPerson } from "#app/api/chat/testing.ts";
import { DELETE as cancelInvitation, POST as invite } from "#app/api/invitations/route.ts";
import { PATCH as changeKey } from "#app/api/keys/[keyId]/route.ts";
import { POST as makeKey } from "#app/api/keys/route.ts";
import { PATCH as changeMember } from "#app/api/members/[userId]/route.ts";
import { PATCH as changeThread } from "#app/api/threads/[threadId]/route.ts";
import { POST as makeThread } from "#app/api/threads/route.ts";
import { browserRequest } from "#domain/auth/testing.ts";

const MB = 1024 * 1024;
const PIECE_BYTES = MB;
const MANY_BYTES = 1024 ** 3;

let cookie: string;
beforeAll(async () => {
  ({ cookie } = await newPerson());
});

/** A body without an end, and how much of it was read. */
function endless() {
  const piece = new Uint8Array(PIECE_BYTES).fill(0x20);
  let pieces = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      pieces += 1;
      controller.enqueue(piece);
    },
  });
  return { stream, readBytes: () => pieces * PIECE_BYTES };
}

function sending(path: string, method: string, body: BodyInit, length?: number): Request {
  const headers = new Headers(browserRequest(path, { cookie }).headers);
  headers.set("content-type", "application/json");
  if (length !== undefined) headers.set("content-length", String(length));
  const { url } = browserRequest(path);
  return new Request(url, { method, headers, body, duplex: "half" } as RequestInit);
}

interface Route {
  readonly name: string;
  readonly path: string;
  readonly handler: (request: Request, context: never) => Promise<Response>;
  readonly parameters?: object;
  readonly maxBytes: number;
}

const id = randomUUID();
const routes: readonly Route[] = [
  { name: "POST chat", path: "/api/chat", handler: chat, maxBytes: MB / 4 },
  { name: "POST threads", path: "/api/threads", handler: makeThread, maxBytes: MB },
  {
    name: "PATCH thread",
    path: `/api/threads/${id}`,
    handler: changeThread,
    parameters: { threadId: id },
    maxBytes: MB,
  },
  { name: "POST keys", path: "/api/keys", handler: makeKey, maxBytes: MB },
  {
    name: "PATCH key",
    path: "/api/keys/k",
    handler: changeKey,
    parameters: { keyId: "k" },
    maxBytes: MB,
  },
  {
    name: "PATCH member",
    path: "/api/members/u",
    handler: changeMember,
    parameters: { userId: "u" },
    maxBytes: MB,
  },
  { name: "POST invitations", path: "/api/invitations", handler: invite, maxBytes: MB },
  { name: "DELETE invitations", path: "/api/invitations", handler: cancelInvitation, maxBytes: MB },
  { name: "PUT rules of changes", path: "/api/change-rules", handler: setRules, maxBytes: MB },
  {
    name: "POST decision",
    path: `/api/changes/${id}/decision`,
    handler: decideChange,
    parameters: { id },
    maxBytes: MB,
  },
  {
    name: "POST control",
    path: `/api/changes/${id}/control`,
    handler: controlChange,
    parameters: { id },
    maxBytes: MB,
  },
  ...["invite", "reset", "setup"].map((kind) => ({
    name: `POST account ${kind}`,
    path: `/api/account/${kind}`,
    handler: account,
    parameters: { kind },
    maxBytes: 16 * 1024,
  })),
  { name: "POST sign-in", path: "/api/auth/sign-in/email", handler: signIn, maxBytes: 16 * 1024 },
];

describe.each(routes)("the body of $name", ({ name, path, handler, parameters = {}, maxBytes }) => {
  const method = name.split(" ")[0] ?? "POST";
  const answerTo = (request: Request) =>
    handler(request, { params: Promise.resolve(parameters) } as never);

  it("has an end, also when it has none", async () => {
    const { stream, readBytes } = endless();
    const answer = await answerTo(sending(path, method, stream));
    expect(answer.status).toBe(413);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(readBytes()).toBeLessThan(maxBytes + 20 * MB);
  });

  it("is not read at all when it says that it is too long", async () => {
    const { stream, readBytes } = endless();
    const answer = await answerTo(sending(path, method, stream, MANY_BYTES));
    expect(answer.status).toBe(413);
    expect(readBytes()).toBeLessThanOrEqual(PIECE_BYTES); // what the stream had ready by itself
  });

  it("may be that long", async () => {
    const answer = await answerTo(sending(path, method, " ".repeat(maxBytes)));
    expect(answer.status).toBe(400);
  });
});
