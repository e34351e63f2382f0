import { z } from "zod";
import type { Provider, TopUpPackage } from "#connectors/provider.ts";
import { BYTES_OF_UNIT, formatBytes } from "#core/bytes.ts";
import { Invalid } from "#core/errors.ts";
import { type PackagePrice, packagePrice } from "#domain/sync/prices/package-price.ts";
import { type Asked, type ChangeKind, defineKind } from "../kind.ts";
import { NOT_THERE, presentSims } from "../sim-values.ts";

const MOST = 10;
export const PackageCount = z.int().min(1).max(MOST);

const Input = z.object({
  packages: PackageCount.default(1).meta({ description: "Per SIM" }),
  /** What was asked for, which they cover. */
  bytes: z.int().optional(),
  messages: z.int().optional(),
});
type Input = z.output<typeof Input>;

/** Top-ups at a provider that sells fixed packages: what they hold comes back with the next reading. */
export const topUpPackage: ChangeKind = defineKind({
  tool: "top_up_package",
  input: Input,
  noun: "SIM",
  resourceType: "sim",
  undo: { never: "A top-up is bought and cannot be given back." },
  title: ({ packages }, rows) =>
    `Top up ${rows} by ${packages === 1 ? "one package" : `${packages} packages`} each`,
  present: presentSims,
  effect: (row) => {
    if (!row) return { skip: NOT_THERE };
    const { status } = row.values;
    return status === "deactivated" ? { skip: "deactivated" } : { before: { status }, after: {} };
  },
  price: async (sql, { packages = 1 }, items) => {
    const price = await packagePrice(sql);
    return price
      ? { costs: [costOf(price, packages * items.length)], unpriced_count: 0, notes: [] }
      : { costs: [], unpriced_count: items.length, notes: [] };
  },
  at: packagesAt,
  needs: () => "top_up",
  operation: ({ target }, { packages = 1 }) => ({
    kind: "top_up_package",
    iccid: target,
    packages,
  }),
  isReadBack: true,
  apply: async () => {}, // what the package added is the provider's to say
  auditAction: () => "sim.top_up",
});

interface Wanted {
  readonly type: "data" | "sms";
  readonly bytes?: number | undefined;
  readonly messages?: number | undefined;
  readonly packages?: number | undefined;
}

/** As many packages as cover the amount. @throws Invalid when they are more than may be bought at a time. */
export function packagesFor(
  { type, bytes, messages, packages }: Wanted,
  { bytes: bytesEach, messages: messagesEach }: TopUpPackage,
): Record<string, unknown> {
  const asked = type === "data" ? bytes : messages;
  if (packages !== undefined || asked === undefined) return { packages: packages ?? 1 };
  const needed = Math.ceil(asked / (type === "data" ? bytesEach : messagesEach));
  if (needed > MOST) {
    const amount = type === "data" ? formatBytes(asked) : `${asked} SMS`;
    throw new Invalid(
      `${amount} take ${needed} packages for each SIM, and at most ${MOST} can be bought at a time.`,
    );
  }
  return { packages: needed, ...(type === "data" ? { bytes: asked } : { messages: asked }) };
}

/** The kind with what the provider says about its packages. @throws Invalid where it sells none. */
export function packagesAt(
  { topUpPackage: sold }: Provider,
  input: Record<string, unknown>,
): Asked {
  if (sold === undefined) {
    throw new Invalid("This provider sells no packages: ask for a top-up by an amount.");
  }
  const kind: ChangeKind = {
    ...topUpPackage,
    says: (given) => {
      const asked = Input.parse(given);
      return [{ field: "Added to each SIM", from: null, to: saidPackages(asked, sold) }];
    },
    price: async (sql, given, items) => {
      const priced = await topUpPackage.price?.(sql, given, items);
      return { costs: [], ...priced, notes: [sold.about] };
    },
  };
  return { kind, input };
}

/** `2 packages of 500 MB and 250 SMS = 1,000 MB and 500 SMS, for the 600 MB that were asked for`. */
function saidPackages({ packages, bytes, messages }: Input, sold: TopUpPackage): string {
  const volume = (times: number) => {
    const megabytes = ((times * sold.bytes) / BYTES_OF_UNIT.mb).toLocaleString("en");
    return `${megabytes} MB and ${(times * sold.messages).toLocaleString("en")} SMS`;
  };
  const what =
    packages === 1
      ? `1 package of ${volume(1)}`
      : `${packages} packages of ${volume(1)} = ${volume(packages)}`;
  const asked = bytes === undefined ? messages && `${messages} SMS` : formatBytes(bytes);
  const isMore =
    bytes === undefined ? messages !== packages * sold.messages : bytes !== packages * sold.bytes;
  return asked && isMore ? `${what}, for the ${asked} that were asked for` : what;
}

function costOf({ amount, currency, basis }: PackagePrice, packages: number) {
  return {
    total: { amount: Math.round(amount * packages * 100) / 100, currency },
    per_unit: `${amount} ${currency} per package, ${basis}`,
    recurs: "once" as const,
  };
}
