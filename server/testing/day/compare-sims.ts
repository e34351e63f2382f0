import { luhnDigit } from "#core/luhn.ts";
import type { Transaction } from "#db/database.ts";
import type { TheirSim, TheirStore } from "./their-store.ts";

interface OurSim {
  readonly iccid: string;
  readonly label: string | null;
  readonly is_enabled: boolean;
  readonly imsi: string | null;
  readonly msisdn: string | null;
  readonly imei: string | null;
  readonly ip_address: string | null;
  readonly activated_at: Date | null;
}
type Mirrored = OurSim & { readonly imei_lock: boolean };

/** What the fleet has of each SIM, and what it noted that the provider has. */
export async function compareSims(sql: Transaction, { sims }: TheirStore): Promise<string[]> {
  const ours = await byIccid(sql<OurSim[]>`
    select iccid, label, status = 'active' as is_enabled, imsi, msisdn, imei,
      host(ip_address) as ip_address, activated_at
    from store.sims where status <> 'deactivated'`);
  const mirrored = await byIccid(sql<Mirrored[]>`
    select iccid, label, is_enabled, imsi, msisdn, imei, imei_lock, host(ip_address) as ip_address,
      activated_at
    from store.provider_sims where gone_at is null`);
  const differences = await sql<{ iccid: string; field: string }[]>`
    select iccid, field from store.sync_differences`;
  const open = new Set(differences.map(({ iccid, field }) => `${iccid} ${field}`));
  const wrong: string[] = [];
  for (const sim of sims.filter(({ transferred }) => transferred === 0)) {
    const { iccid } = sim;
    wrong.push(...compared(`${iccid} here`, ours.get(iccid), fieldsOf(sim), open));
    wrong.push(
      ...compared(`${iccid} mirrored`, mirrored.get(iccid), {
        ...fieldsOf(sim),
        imei_lock: sim.imei_lock === 1,
      }),
    );
    ours.delete(iccid);
    mirrored.delete(iccid);
  }
  const gone = [...ours.keys()].filter((iccid) => !open.has(`${iccid} presence`));
  return [...wrong, ...[...gone, ...mirrored.keys()].map((iccid) => `${iccid}: is not there`)];
}

function compared(
  what: string,
  ours: object | undefined,
  theirs: object,
  open: ReadonlySet<string> = new Set(),
): string[] {
  if (!ours) return [`${what}: missing`];
  const [iccid] = what.split(" ");
  return Object.entries(theirs).flatMap(([field, their]) => {
    const our = textOf(ours[field as keyof typeof ours]);
    const name = field === "is_enabled" ? "status" : field;
    return our === their || open.has(`${iccid} ${name}`)
      ? []
      : `${what}, ${name}: ${our}, and ${their} there`;
  });
}

/** In our form: numbers with their plus, and the 15 digits of a device. */
function fieldsOf(sim: TheirSim) {
  const device = sim.imei.slice(0, 14);
  return {
    label: sim.label || null,
    is_enabled: sim.status === "Enabled",
    imsi: sim.imsi,
    msisdn: `+${sim.msisdn}`,
    imei: `${device}${luhnDigit(device)}`,
    ip_address: sim.ip_address,
    activated_at: new Date(sim.activated_ms).toISOString(),
  };
}

function textOf(value: unknown): unknown {
  return (value as unknown) instanceof Date ? (value as Date).toISOString() : value;
}

async function byIccid<T extends { readonly iccid: string }>(
  rows: PromiseLike<readonly T[]>,
): Promise<Map<string, T>> {
  return new Map((await rows).map((row) => [row.iccid, row]));
}
