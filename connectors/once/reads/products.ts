import { z } from "zod";
import type { ProductReading } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";
import { text } from "./fields.ts";

const Charges = z
  .array(z.object({ name: text.optional(), amount_net: z.coerce.number(), currency: z.string() }))
  .nullable()
  .optional();

const Product = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  product: text.optional(),
  material: text.optional(),
  one_time_charges: Charges,
  recurring_charges: Charges,
});

/** What the account can buy, at its own net prices. */
export async function listProducts(
  account: OnceAccount,
  signal: AbortSignal,
): Promise<ProductReading[]> {
  const found = await read(account, { path: "v1/products", schema: z.array(Product), signal });
  return (found?.value ?? []).map(({ id, product, material, ...charges }) => ({
    id,
    name: product ?? material ?? id,
    charges: [
      ...toCharges(charges.one_time_charges, false),
      ...toCharges(charges.recurring_charges, true),
    ],
  }));
}

function toCharges(
  charges: z.output<typeof Charges>,
  recurs: boolean,
): ProductReading["charges"][number][] {
  return (charges ?? []).map(({ name, amount_net, currency }) => ({
    name: name ?? "charge",
    amount: amount_net,
    currency,
    recurs,
  }));
}
