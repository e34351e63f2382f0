// Every operation of 1NCE's OpenAPI documents, and every answer that it may give. The documents lie in
// `shared/1nce` beside the repository and are no part of it; without them this is skipped.
//
// `quirks` is off here: with it the emulator follows what was seen of the real API where that breaks the
// documents (see settings.ts).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onceDocumentsFolder } from "../testing/once-documents.ts";
import { type Emulator, startEmulator } from "./emulator.ts";
import { ROUTES } from "./routes/table.ts";
import { type Ask, ask, askToken, clientFor, type Reply } from "./testing/client.ts";
import { type Operation, readOperations } from "./testing/openapi.ts";

const folder = onceDocumentsFolder();
const operations = folder ? readOperations(folder) : new Map<string, Operation>();

const SIM = "8988228066000000001";
const OTHER = "8988228066000000002";
const EXPIRED = "8988228066000000003";
const EMPTY = "8988228066000000004";
const FOREIGN = "8988228066000000005";
const LOCKED = "8988228066000000006";

/** Answers that a gateway gives and the documents pass over. */
const UNDOCUMENTED: Readonly<Record<string, readonly number[]>> = {
  v1: [429, 500],
  v2: [401, 403, 429],
};

let emulator: Emulator;
let call: Ask;
/** A message that waits, for each version to cancel. */
const waiting = { v1: "", v2: "" };

describe.skipIf(!folder)(
  folder ? "the contract" : "the contract: SKIPPED, there is no shared/1nce with the documents",
  () => {
    beforeAll(async () => {
      emulator = await startEmulator({
        timeFactor: 1000,
        quirks: false,
        smsDelayMs: 1e9,
        clients: [
          { id: "contract", secret: "s" },
          { id: "owner", secret: "s", role: "owner" },
        ],
        sims: [
          { iccid: SIM, country: "DE", operator: "Telekom DE", rat: "LTE-M" },
          { iccid: OTHER, rat: "2G", attached_at: null, status: "Disabled" },
          { iccid: EXPIRED, expiry_date: "2020-01-01" },
          { iccid: EMPTY, data_remaining_mb: 0, sms_remaining: 0 },
          { iccid: FOREIGN },
          { iccid: LOCKED, imei_lock: true, data_total_mb: 1, sms_total: 4 },
        ],
      });
      call = await clientFor(emulator);
      emulator.change(LOCKED, { imei: "9900000000000000" });
      await emulator.advance({ minutes: 300, iccids: [LOCKED] });
      emulator.change(LOCKED, { imei_lock: false });
      await emulator.advance({
        minutes: 1440,
        iccids: [LOCKED],
        megabytesPerDay: 10,
        smsPerDay: 20,
      });
      await emulator.advance({ minutes: 300, iccids: [SIM], smsPerDay: 20 });
      while (!emulator.sim(SIM).has_session) await emulator.advance({ minutes: 15, iccids: [SIM] });
      await call("POST", "/v1/sims/simTransfer", { target_organisation: 1, iccids: [FOREIGN] });
      await call("POST", `/v2/sims/${SIM}/sms`, { payload: "one" });
      await call("POST", `/v2/sims/${OTHER}/sms`, { payload: "waits, and fails" });
      await call("POST", "/v1/support", { subject: "a", text: "b" });
      emulator.settle();
      for (const version of ["v1", "v2"] as const) {
        const sent = await call("POST", `/v2/sims/${SIM}/sms`, { payload: "waits" });
        waiting[version] = sent.json.id;
      }
      await call("POST", `/v2/sims/${SIM}/topup`);
    });
    afterAll(() => emulator.close());

    it("has every operation, and no other but the one that only the newer pages name", () => {
      const ours = ROUTES.map(({ method, path }) => `${method} ${path}`);
      expect([...operations.keys()].filter((name) => !ours.includes(name))).toEqual([
        "POST /oauth/token",
      ]);
      expect(ours.filter((name) => !operations.has(name))).toEqual(["POST /v2/sims/autoTopup"]);
    });

    it.each(
      [...operations.values()]
        .filter(({ name }) => name !== "POST /oauth/token")
        .map((operation) => [operation.name, operation] as const),
    )("%s answers as documented, whatever it is asked", async (name, operation) => {
      const cases = casesOf(name);
      const seen = new Set<number>();
      for (const { path, body, note } of cases) {
        const reply = await call(name.split(" ")[0] ?? "", path, body);
        seen.add(reply.status);
        hold(operation, reply, `${note} ${path}`);
        if (reply.status < 300 && operation.bodyViolations) {
          expect(operation.bodyViolations(body), `the request ${path}`).toEqual([]);
        }
      }
      expect(Math.min(...seen), "it also succeeds").toBeLessThan(300);
    });

    it.each(
      [...operations.values()]
        .filter(({ name }) => name !== "POST /oauth/token")
        .map((operation) => [operation.name, operation] as const),
    )(
      "%s answers as documented without a token, to an owner, and when it fails",
      async (name, operation) => {
        const [method = "", template = ""] = name.split(" ");
        const path = template.replace(/\{\w+\}/, SIM).replace(/\{\w+\}/, "1");
        hold(operation, await ask(emulator.url + path, { method }), "no token");
        const owner = await clientFor(
          emulator,
          emulator.clients.find(({ role }) => role === "owner"),
        );
        hold(operation, await owner(method, path), "owner");
        for (const kind of ["error_500_before", "rate_limited_429", "token_expired"] as const) {
          emulator.addFault({ kind, path, times: 1 });
          const reply = await (await clientFor(emulator))(method, path);
          if (template.endsWith("/topup") && reply.status === 500) continue; // of no version's document
          hold(operation, reply, kind);
        }
      },
    );

    it("tells tokens apart from refusals as documented", async () => {
      const operation = operations.get("POST /oauth/token");
      if (!operation) throw new Error("The documents have no token operation.");
      const wrong = { id: "contract", secret: "x", role: "api" } as const;
      const replies = [
        await askToken(emulator),
        await askToken(emulator, wrong),
        await askToken(emulator, { ...wrong, id: "nobody" }),
        await askToken(emulator, undefined, { headers: { authorization: "" } }),
        await askToken(emulator, undefined, { headers: { "content-type": "text/plain" } }),
        await askToken(emulator, undefined, { body: "{}" }),
      ];
      for (const reply of replies) hold(operation, reply, "token");
      expect(replies.map(({ status }) => status)).toEqual([200, 400, 400, 400, 400, 400]);
    });
  },
);

interface Case {
  readonly path: string;
  readonly body?: unknown;
  readonly note: string;
}

/** Each SIM in its own state, one that is not there, and bodies that are good, bad and no JSON object. */
function casesOf(name: string): Case[] {
  const [method = "", template = ""] = name.split(" ");
  const bodies = BODIES[name] ?? (method === "POST" ? [undefined, {}, "text"] : [undefined]);
  const paths = template.includes("{iccid}")
    ? [SIM, OTHER, EXPIRED, EMPTY, FOREIGN, LOCKED, "1"].map((iccid) =>
        template.replace("{iccid}", iccid),
      )
    : [template];
  return paths.flatMap((path) =>
    variantsOf(path).flatMap((variant) =>
      bodies.map((body) => ({
        path: variant,
        body: typeof body === "function" ? body(path.split("/")[3]) : body,
        note: method,
      })),
    ),
  );
}

function variantsOf(path: string): string[] {
  if (path.includes("{id}")) {
    const mine = path.startsWith("/v1/") ? waiting.v1 : waiting.v2;
    return [mine, "1", "99999", "x"].map((id) => path.replace("{id}", id));
  }
  if (path.includes("{service}")) {
    return ["data", "smsMO", "smsMT", "x"].map((service) => path.replace("{service}", service));
  }
  if (path.includes("{order_number}")) {
    return ["2000000001", "1", "x"].map((number) => path.replace("{order_number}", number));
  }
  if (path.endsWith("/topup") || path.endsWith("/extension")) {
    return [path, `${path}?payment_method=creditcard`, `${path}?payment_method=boleto`];
  }
  if (path.endsWith("/connectivity_info")) return [path, `${path}?subscriber=false&ussd=true`];
  return [path, `${path}?page=2&pageSize=2&per_page=2&sort=-timestamp,id,-imei,order_date`];
}

const unchanged = (iccid: string | undefined) => ({ iccid, status: "Enabled" });
const BODIES: Readonly<Record<string, readonly unknown[]>> = {
  "PUT /v1/sims/{iccid}": [unchanged, { status: "Enabled" }, "text"],
  "PUT /v2/sims/{iccid}": [unchanged, { label: "x", imei_lock: false }, { status: "x" }, "text"],
  "POST /v1/sims": [
    [{ iccid: SIM, status: "Enabled", label: "x", imei_lock: false }],
    [unchanged(EXPIRED)],
    [],
    "text",
  ],
  "POST /v1/sims/simTransfer": [
    { target_organisation: 1, iccid_ranges: [{ from: "1", to: "2" }] },
    {},
  ],
  "POST /v1/sims/topup": [[SIM], ["1"], [FOREIGN], [EXPIRED], []],
  "POST /v1/sims/autoTopup": [
    { enabled: false, iccids: [SIM] },
    { enabled: true, iccids: ["1"] },
    {},
  ],
  "POST /v1/sims/extension": [
    { iccids: [SIM], productId: 2001 },
    { iccids: [SIM], productId: 1 },
    { iccids: ["1"] },
    { iccids: [FOREIGN] },
  ],
  "POST /v1/sims/limits": [{ dataLimitId: 10, smsMoLimitId: 25 }, { dataLimitId: 999 }],
  "POST /v1/sims/{iccid}/sms": [{ payload: "hello" }, {}, "text"],
  "POST /v2/sims/{iccid}/sms": [
    { payload: "hello", dcs: 0, udh: "", source_address_type: { id: 208 } },
    { payload: "hello", expiry_date: "2099-01-01T00:00:00.000Z" },
    { payload: 1 },
    "text",
  ],
  "POST /v1/orders": [
    { products: [{ productId: 1001, quantity: 2 }], delivery_address: { city: "Cologne" } },
    {},
  ],
  "POST /v1/support": [{ subject: "a", text: "b", senderName: "c", replyToMail: "d" }, {}],
};

function hold(operation: Operation, reply: Reply, note: string): void {
  const version = operation.name.includes(" /v2/") ? "v2" : "v1";
  if (!operation.statuses.includes(reply.status)) {
    const allowed = [...(UNDOCUMENTED[version] ?? []), ...(EXTRA[operation.name] ?? [])];
    expect(allowed, `${operation.name} ${note}: status ${reply.status}`).toContain(reply.status);
    if ([401, 403, 422, 429].includes(reply.status)) expect(reply.text, note).toBe("");
    return;
  }
  expect(operation.violationsOf(reply), `${operation.name} ${note}: ${reply.status}`).toEqual([]);
}

/** Bad input must be refused somehow, also where the documents name no status for it. */
const EXTRA: Readonly<Record<string, readonly number[]>> = {
  "GET /v2/sims": [400],
  "POST /v2/sims/{iccid}/topup": [500],
  "GET /v1/orders": [422],
  "POST /v1/orders": [422],
  "GET /v1/support": [422],
  "POST /v1/support": [422],
};
