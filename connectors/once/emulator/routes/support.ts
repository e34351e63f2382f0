import { z } from "zod";
import type { Answer, Call } from "../answer.ts";
import { logEffect } from "../effects.ts";
import { pageOf } from "../paging.ts";
import { isoOf } from "../units.ts";
import type { World } from "../world.ts";
import { parse } from "./input.ts";

interface Row {
  readonly id: number;
  readonly at_ms: number;
  readonly subject: string;
  readonly body: string;
  readonly sender: string;
}

/** One a page, when nothing else is asked for. */
export function getSupport(world: World, call: Call): Answer {
  const page = pageOf(call, { most: 100, preset: 1 });
  const rows = world.store.all<Row>(
    "select * from support order by id limit ? offset ?",
    page.size,
    page.offset,
  );
  return { status: 200, json: rows.map(caseJson) };
}

const request = z.object({
  subject: z.string().min(1),
  text: z.string().min(1),
  senderName: z.string().default(""),
  replyToMail: z.string().default(""),
});

export function postSupport(world: World, call: Call): Answer {
  const { subject, text, senderName, replyToMail } = parse(request, call.body, call.version);
  const { id } = world.store.run(
    "insert into support (at_ms, subject, body, sender, mail) values (?, ?, ?, ?, ?)",
    world.clock.nowMs(),
    subject,
    text,
    senderName,
    replyToMail,
  );
  logEffect(world, { client: call.client, kind: "support", after: { id, subject } });
  return { status: 201 };
}

function caseJson({ id, at_ms, subject, body, sender }: Row) {
  return {
    caseId: String(id),
    status: "OPEN",
    subject,
    text: body,
    createDate: isoOf(at_ms),
    communications: [
      {
        id: String(id),
        communicationDate: isoOf(at_ms),
        direction: "IN",
        type: "PORTAL",
        originator: sender,
        subject,
        text: body,
      },
    ],
  };
}
