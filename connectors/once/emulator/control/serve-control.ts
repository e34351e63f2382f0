import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { Invalid, NotFound, SimonError } from "#core/errors.ts";
import type { Answer } from "../answer.ts";
import { FAULT_KINDS, type FaultRule } from "../faults.ts";
import { readBody, send } from "../http.ts";
import { seedSim } from "../sims/seed.ts";
import type { SimChange } from "../sims/sim-state.ts";
import { carriedTraffic } from "../traffic/carry.ts";
import type { Control } from "./control.ts";

export const CONTROL_PATH = "/_emulator";

interface Asked {
  readonly query: URLSearchParams;
  /** The part of the path that a route leaves open. */
  readonly id: string;
  readonly body: unknown;
}
type Action = (control: Control, asked: Asked) => unknown;

const faultRule = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  path: z.string().optional(),
  method: z.string().optional(),
  probability: z.number().min(0).max(1).optional(),
  times: z.number().int().positive().optional(),
  after: z.number().int().nonnegative().optional(),
  delayMs: z.number().nonnegative().optional(),
}) satisfies z.ZodType<FaultRule>;

const streamTarget = z.strictObject({
  kind: z.enum(["usage", "events"]),
  url: z.url(),
  username: z.string(),
  password: z.string(),
  duplicates: z.number().min(0).max(1).optional(),
  shuffled: z.boolean().optional(),
  batchSize: z.number().int().positive().optional(),
});

const advanceOptions = z.strictObject({
  minutes: z.number().positive(),
  iccids: z.array(z.string()).optional(),
  megabytesPerDay: z.number().nonnegative().optional(),
  smsPerDay: z.number().nonnegative().optional(),
  movesClock: z.boolean().optional(),
});

const ACTIONS: Readonly<Record<string, Action>> = {
  "GET /": (control) => control.info(),
  "POST /sims": (control, { body }) => control.seed(z.array(seedSim).parse(body)),
  "GET /sims": (control, { query }) =>
    control.sims({
      offset: Number(query.get("offset") ?? 0),
      limit: Number(query.get("limit") ?? 1_000_000),
    }),
  "GET /sims/*": (control, { id }) => control.sim(id),
  "PATCH /sims/*": (control, { id, body }) => control.change(id, body as SimChange),
  "DELETE /sims/*": (control, { id }) => control.remove(id),
  "GET /faults": (control) => control.faults(),
  "POST /faults": (control, { body }) => ({ id: control.addFault(faultRule.parse(body)) }),
  "DELETE /faults": (control) => control.clearFaults(),
  "DELETE /faults/*": (control, { id }) => control.removeFault(Number(id)),
  "GET /streams": (control) => control.streams(),
  "POST /streams": (control, { body }) => ({ id: control.addStream(streamTarget.parse(body)) }),
  "DELETE /streams/*": (control, { id }) => control.removeStream(Number(id)),
  "POST /streams/flush": async (control) => ({ flushed: await control.flushStreams() }),
  "POST /advance": (control, { body }) => control.advance(advanceOptions.parse(body)),
  "POST /carry": (control, { body }) => control.carry(z.array(carriedTraffic).parse(body)),
  "POST /clock": (control, { body }) => {
    control.setNow(z.strictObject({ now: z.coerce.date() }).parse(body).now);
    return control.info();
  },
  "POST /settle": (control) => control.settle(),
  "GET /effects": (control, { query }) =>
    control.effects({
      after: Number(query.get("after") ?? 0),
      iccid: query.get("iccid") ?? undefined,
      kind: query.get("kind") ?? undefined,
    }),
  "DELETE /effects": (control) => control.clearEffects(),
  "GET /calls": (control) => control.calls(),
  "GET /calls/log": (control) => control.callLog(),
  "DELETE /calls": (control) => control.clearCalls(),
  "POST /tokens/expire": (control) => control.expireTokens(),
  "GET /settings": (control) => control.settings(),
  "PATCH /settings": (control, { body }) => control.set(body as object),
  "POST /reset": (control) => control.reset(),
};

export async function serveControl(
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  send(response, await answerOf(control, request, url), Date.parse(control.info().now));
}

async function answerOf(control: Control, request: IncomingMessage, url: URL): Promise<Answer> {
  try {
    const path = url.pathname.slice(CONTROL_PATH.length).replace(/\/$/, "") || "/";
    const { action, id } = actionOf(request.method ?? "GET", path);
    const body = (await readBody(request)) ?? "";
    const result = await action(control, { query: url.searchParams, id, body: parsed(body) });
    return { status: 200, json: result ?? {} };
  } catch (error) {
    if (error instanceof SimonError) return failed(error.status, error.message);
    if (error instanceof z.ZodError) return failed(400, z.prettifyError(error));
    throw error;
  }
}

function actionOf(method: string, path: string): { action: Action; id: string } {
  const exact = ACTIONS[`${method} ${path}`];
  if (exact) return { action: exact, id: "" };
  const [, noun = "", id = ""] = path.split("/");
  const open = ACTIONS[`${method} /${noun}/*`];
  if (!open || id === "") throw new NotFound(`The control has no ${method} ${path}.`);
  return { action: open, id: decodeURIComponent(id) };
}

function parsed(body: string): unknown {
  try {
    return body === "" ? undefined : JSON.parse(body);
  } catch (error) {
    throw new Invalid("The body must be JSON.", { cause: error });
  }
}

function failed(status: number, message: string): Answer {
  return { status, json: { error: message } };
}
