import { afterEach, describe, expect, it } from "vitest";
import type { SimPage } from "../../provider-reads.ts";
import {
  type Asked,
  NEVER,
  type OnceServer,
  onceSim,
  type Reply,
  startOnce,
} from "../testing/once-server.ts";

let once: OnceServer;
afterEach(() => once.stop());

type Fleet = ReturnType<typeof onceSim>[];
const fleetOf = (count: number): Fleet => Array.from({ length: count }, (_, n) => onceSim(n));

/** A page of a fleet with the headers of 1NCE. */
function pageOf(fleet: readonly unknown[], { query }: Asked, size = Number(query.get("pageSize"))) {
  const page = Number(query.get("page"));
  return {
    json: fleet.slice((page - 1) * size, page * size),
    headers: {
      "X-Count-Per-Page": String(size),
      "X-Current-Page": String(page),
      "X-Total-Count": String(fleet.length),
      "X-Total-Pages": String(Math.ceil(fleet.length / size)),
    },
  };
}

const withoutHeaders = ({ json }: { json: unknown }): Reply => ({ json });

async function listed(fromPage?: number): Promise<SimPage[]> {
  const pages: SimPage[] = [];
  for await (const page of once
    .provider()
    .reads.listSims({ signal: NEVER, ...(fromPage && { fromPage }) })) {
    pages.push(page);
  }
  return pages;
}

const iccidsOf = (pages: SimPage[]) =>
  new Set(pages.flatMap(({ sims }) => sims.map((s) => s.iccid)));
const pagesAsked = () => once.asked.map(({ query }) => Number(query.get("page")));

describe("the list of SIMs", () => {
  it("is read page by page, a hundred SIMs each, in as few calls as there are pages", async () => {
    const fleet = fleetOf(250);
    once = await startOnce((asked) => pageOf(fleet, asked));
    const pages = await listed();
    expect(iccidsOf(pages).size).toBe(250);
    expect(pages.map(({ page, pages, total }) => [page, pages, total])).toEqual([
      [1, 3, 250],
      [2, 3, 250],
      [3, 3, 250],
    ]);
    expect(once.asked).toHaveLength(3);
  });

  it("without headers ends at an empty page, not at a short one", async () => {
    const fleet = fleetOf(120);
    once = await startOnce((asked) => withoutHeaders(pageOf(fleet, asked, 50)));
    expect(iccidsOf(await listed()).size).toBe(120);
    expect(pagesAsked()).toEqual([1, 2, 3, 4]);
  });

  it("without headers and without pages does not go on for ever", async () => {
    for (const page of [fleetOf(10), [{}]]) {
      once?.stop();
      once = await startOnce(() => ({ json: page }));
      await expect(listed()).rejects.toMatchObject({ kind: "lost" });
    }
  });

  it("goes by the size of a page that the server keeps to", async () => {
    const fleet = fleetOf(25);
    once = await startOnce((asked) => pageOf(fleet, asked, 10));
    expect(iccidsOf(await listed()).size).toBe(25);
    expect(pagesAsked()).toEqual([1, 2, 3]);
  });

  it.each([2, 3])("gets over page %i of which only a part comes", async (broken) => {
    const fleet = fleetOf(250);
    let breaks = 2;
    once = await startOnce((asked) => {
      const page = pageOf(fleet, asked);
      const isBroken = asked.query.get("page") === String(broken) && breaks-- > 0;
      return isBroken ? { ...page, json: page.json.slice(0, 30) } : page;
    });
    expect(iccidsOf(await listed()).size).toBe(250);
    expect(once.asked).toHaveLength(5);
  });

  it("that stays broken in the middle is lost there, and goes on from there another time", async () => {
    const fleet = fleetOf(250);
    let isBroken = true;
    once = await startOnce((asked) => {
      const page = pageOf(fleet, asked);
      return isBroken && asked.query.get("page") === "2"
        ? { ...page, json: page.json.slice(0, 30) }
        : page;
    });
    const seen: SimPage[] = [];
    const reading = async () => {
      for await (const page of once.provider().reads.listSims({ signal: NEVER })) seen.push(page);
    };
    await expect(reading()).rejects.toMatchObject({ kind: "lost", message: /part of page 2/ });
    expect(seen.map(({ page }) => page)).toEqual([1]);
    isBroken = false;
    expect(iccidsOf([...seen, ...(await listed(2))]).size).toBe(250);
  });

  it.each([1, 2])("does not take a page %i that is not found for the end", async (missing) => {
    const fleet = fleetOf(250);
    once = await startOnce((asked) =>
      asked.query.get("page") === String(missing) ? { status: 404 } : pageOf(fleet, asked),
    );
    await expect(listed()).rejects.toMatchObject({ kind: "lost" });
  });

  it("from which SIMs are taken away meanwhile lacks none of the others", async () => {
    let fleet = fleetOf(350);
    once = await startOnce((asked) => {
      if (asked.query.get("page") === "2" && fleet.length === 350) fleet = fleet.slice(5);
      return pageOf(fleet, asked);
    });
    const seen = iccidsOf(await listed());
    expect(fleet.filter(({ iccid }) => !seen.has(iccid))).toEqual([]);
  });

  it("of an account without SIMs is one page of none", async () => {
    once = await startOnce((asked) => pageOf([], asked));
    expect(await listed()).toMatchObject([{ page: 1, total: 0, sims: [] }]);
  });

  it("counts entries that are no SIMs, and keeps the others", async () => {
    const odd = [
      onceSim(1),
      { iccid: "123" },
      onceSim(3, { status: "Archived" }),
      null,
      onceSim(5),
    ];
    once = await startOnce((asked) => pageOf(odd, asked));
    const [page] = await listed();
    expect(page).toMatchObject({ unreadable: 3, total: 5 });
    expect(page?.sims).toHaveLength(2);
  });
});

describe("a listed SIM", () => {
  async function oneOf(of: Record<string, unknown>) {
    once = await startOnce(() => ({ json: onceSim(7, of) }));
    return once.provider().reads.readSim(onceSim(7).iccid, { signal: NEVER });
  }

  it("has its fields in our units: an IMEI of an IMEISV, bytes of megabytes, two levels", async () => {
    expect(await oneOf({})).toEqual({
      iccid: "8988228066000000007",
      imsi: "901405100000018",
      msisdn: "882285100000018",
      imei: "352009111891516",
      label: "device-7",
      is_enabled: true,
      imei_lock: false,
      ip_address: "100.100.0.8",
      activated_at: new Date("2018-03-09T07:59:09Z"),
      data_level: "plenty",
      sms_level: "low",
      data_total: 500 * 1024 ** 2,
      sms_total: 250,
    });
  });

  it("may lack what is not needed, and have nulls and other types there", async () => {
    const { iccid } = onceSim(7);
    expect(
      await oneOf({ quota_status: { id: 2 }, label: null, imei: "", ip_address: "n/a" }),
    ).toMatchObject({ data_level: "exhausted", label: null, imei: null, ip_address: null });
    once.stop();
    once = await startOnce(() => ({ json: { iccid, status: "Disabled" } }));
    expect(await once.provider().reads.readSim(iccid, { signal: NEVER })).toMatchObject({
      is_enabled: false,
      data_level: null,
      data_total: null,
      activated_at: null,
    });
  });
});
