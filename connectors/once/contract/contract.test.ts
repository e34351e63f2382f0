import addFormats from "ajv-formats";
import { type Document, OpenAPIBackend } from "openapi-backend";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "../../provider.ts";
import type { ProviderReads } from "../../provider-reads.ts";
import { type Asked, NEVER, type OnceServer, onceSim, startOnce } from "../testing/once-server.ts";
import { onceDocuments } from "./documents.ts";

const { iccid } = onceSim(1);
const signal = NEVER;
const documents = onceDocuments();
const title = documents
  ? "the documents of 1NCE"
  : "the documents of 1NCE (SKIPPED: shared/1nce is not beside this repository)";

/** What is read, how, and what of the documents' examples must have arrived. */
const READS: readonly [string, (reads: ProviderReads) => Promise<unknown>, unknown][] = [
  [
    "listSims",
    (reads) => collected(reads.listSims({ signal })),
    [{ page: 1, unreadable: 0, sims: [{ iccid: "8988303000123456789", is_enabled: false }] }],
  ],
  [
    "readSim",
    (reads) => reads.readSim(iccid, { signal }),
    {
      iccid: "8988303000123456789",
      label: "DX-137-B12",
      imei_lock: true,
      activated_at: new Date("2018-03-09T07:59:09Z"),
      data_level: "plenty",
      data_total: 500 * 1024 ** 2,
      sms_total: 250,
    },
  ],
  [
    "readQuota of data",
    (reads) => reads.readQuota(iccid, "data", { signal }),
    { total: 500 * 1024 ** 2, remaining: 456956787, state: "active", threshold_percent: 20 },
  ],
  ["readQuota of SMS", (reads) => reads.readQuota(iccid, "sms", { signal }), { total: 500 }],
  [
    "readUsage",
    (reads) => reads.readUsage(iccid, { from: "2026-09-01", to: "2026-09-30" }, { signal }),
    [{ day: "2021-06-30", download_bytes: 1554, upload_bytes: 1385, sms_from_device: 2 }],
  ],
  [
    "readConnectivity",
    (reads) => reads.readConnectivity(iccid, { signal }),
    { state: "online", country: "DE", rat: "NB-IoT", operator: "T-Mobile", is_limited: false },
  ],
  [
    "readEvents",
    (reads) => reads.readEvents(iccid, { limit: 2500, signal }),
    [{ type: "session_end", country: "DE", occurred_at: new Date("2023-03-01T12:07:09Z") }],
  ],
  [
    "readMessages",
    (reads) => reads.readMessages(iccid, { limit: 2500, signal }),
    [{ id: "589", direction: "mt", status: "delivered", body: null }],
  ],
  [
    "listOrders",
    (reads) => reads.listOrders({ limit: 25, signal }),
    [{ number: "2000000001", kind: "first", amount: "19.99", iccids: ["8988280666000000000"] }],
  ],
  [
    "listProducts",
    (reads) => reads.listProducts({ signal }),
    [
      {
        id: "1001",
        charges: [
          { amount: 10, recurs: false },
          { amount: 10, recurs: true },
        ],
      },
    ],
  ],
  [
    "readLimits",
    (reads) => reads.readLimits({ signal }),
    { data_bytes: 16 * 1024 ** 2, sms_to_device: 10, sms_from_device: 10 },
  ],
];

const OPERATIONS: readonly Operation[] = [
  { kind: "set", iccid, values: { status: "suspended" } },
  { kind: "set", iccid, values: { status: "active", label: "gate", imei_lock: true } },
  { kind: "set", iccid, values: { label: null } },
  { kind: "send_sms", iccid, text: "REBOOT" },
  { kind: "send_sms", iccid, text: "Füße 🚲" },
  { kind: "reset", iccid },
  { kind: "top_up_package", iccid, packages: 1 },
];

async function collected<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

let once: OnceServer;
afterEach(() => once.stop());

/** The part of a document that a body's top level must keep to, which allows fields of any other name. */
interface BodySchema {
  readonly properties?: Readonly<Record<string, unknown>>;
}

describe.skipIf(!documents)(title, () => {
  const apis: OpenAPIBackend[] = [];

  beforeAll(async () => {
    for (const definition of Object.values(documents ?? {})) {
      apis.push(await backendOf(definition));
    }
  });

  async function backendOf(definition: Document): Promise<OpenAPIBackend> {
    const api = new OpenAPIBackend({
      definition,
      quick: true, // the documents are not valid in all of their parts
      ajvOpts: { strict: false },
      customizeAjv: (ajv) => addFormats.default(ajv),
    });
    await api.init();
    return api;
  }

  /** Why a request is none of the documents' requests; empty where it is one. */
  function faultsOf({ method, path, query, headers, body }: Asked): string[] {
    const request = {
      method,
      path: path.replace("/management-api", ""),
      query: Object.fromEntries(query),
      headers: headers as Record<string, string | string[]>,
      body,
    };
    const matching = apis.flatMap((api) => {
      const operation = api.matchOperation(request);
      return operation ? [{ api, operation }] : [];
    });
    const [match, ...others] = matching;
    if (!match || others.length > 0)
      return [`${method} ${path} is in ${matching.length} documents`];
    const { api, operation } = match;
    const declared = new Set(
      (operation.parameters ?? []).flatMap((one) =>
        "name" in one && one.in === "query" ? one.name : [],
      ),
    );
    const { requestBody } = operation;
    const content = requestBody && "content" in requestBody ? requestBody.content : {};
    const schema = (content["application/json"]?.schema ?? {}) as BodySchema;
    return [
      ...(api.validateRequest(request, operation).errors ?? []).map(
        ({ instancePath, message }) => `${instancePath} ${message}`,
      ),
      ...[...query.keys()]
        .filter((name) => !declared.has(name))
        .map((name) => `?${name} is unknown`),
      ...Object.keys((body as object | undefined) ?? {})
        .filter((name) => !(name in (schema.properties ?? {})))
        .map((name) => `${name} is no field of the body`),
      ...(body !== undefined && Object.keys(content).length === 0 ? ["there is no body"] : []),
    ];
  }

  it.each(READS)("has what %s asks for", async (_name, read) => {
    once = await startOnce(({ path, query }) => ({
      json: /sims$|orders$/.test(path) && query.get("page") === "1" ? [{}] : {},
    }));
    await read(once.provider({ retryMs: 0 }).reads).catch(() => {}); // the answers are no good ones
    expect(once.asked.length).toBeGreaterThan(0);
    for (const asked of [...once.asked, ...once.tokens]) expect(faultsOf(asked)).toEqual([]);
  });

  it.each(OPERATIONS)("has what is asked for to perform and to verify %o", async (operation) => {
    once = await startOnce(({ method, path }) =>
      path.endsWith("/orders") ? { json: [] } : method === "GET" ? { json: onceSim(1) } : {},
    );
    const provider = once.provider({ paymentMethod: "creditcard" });
    await provider.perform(operation, { idempotencyKey: "k", signal });
    if (provider.canVerify(operation)) {
      const attempted = { first: new Date(0), last: new Date(0) };
      await provider.verify(operation, { signal, attempted });
    }
    for (const asked of [...once.asked, ...once.tokens]) expect(faultsOf(asked)).toEqual([]);
  });

  it("lacks what this test takes for a fault: a path, a parameter, a field, a value", async () => {
    once = await startOnce(() => ({}));
    const asked = (of: Partial<Asked>): Asked => ({
      method: "PUT",
      path: `/v2/sims/${iccid}`,
      query: new URLSearchParams(),
      headers: { "content-type": "application/json" },
      body: { iccid, status: "Enabled" },
      ...of,
    });
    expect(faultsOf(asked({}))).toEqual([]);
    expect(faultsOf(asked({ path: "/v2/sim" }))).not.toEqual([]);
    expect(faultsOf(asked({ query: new URLSearchParams("size=1") }))).not.toEqual([]);
    expect(faultsOf(asked({ body: { iccid, state: "Enabled" } }))).not.toEqual([]);
    expect(faultsOf(asked({ body: { iccid, status: "enabled" } }))).not.toEqual([]);
  });

  describe("and a mock server made of them", () => {
    const mocks: Asked[] = [];

    /** Answers by the documents' examples and schemas alone, but that a second page of a list is empty. */
    const mocked = async () => {
      once = await startOnce((asked) => {
        const path = asked.path.replace("/management-api", "");
        const request = { method: asked.method, path, headers: {} };
        const api = apis.find((one) => one.matchOperation(request));
        const operation = api?.matchOperation(request);
        if (!api || !operation?.operationId) return { status: 404 };
        mocks.push(asked);
        const { status, mock } = api.mockResponseForOperation(operation.operationId);
        const isLaterPage = Number(asked.query.get("page") ?? 1) > 1;
        if (mock === undefined) return { status };
        return { status, json: isLaterPage && Array.isArray(mock) ? [] : mock };
      });
      once.grants(() => {
        const grant = apis.find((one) => one.getOperation("postAccessTokenPOST"));
        const { status, mock } = grant?.mockResponseForOperation("postAccessTokenPOST") ?? {};
        return { status: status ?? 500, json: mock };
      });
      return once.provider();
    };

    it.each(READS)("are understood by %s", async (_name, read, arrived) => {
      expect(await read((await mocked()).reads)).toMatchObject(arrived as object);
      expect(once.asked[0]?.headers.authorization).toBe("Bearer eyJpzhr...");
    });

    it.each(OPERATIONS)("take %o", async (operation) => {
      await (await mocked()).perform(operation, { idempotencyKey: "k", signal });
      expect(mocks.length).toBeGreaterThan(0);
    });
  });
});
