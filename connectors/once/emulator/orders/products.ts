import type { Answer, Call } from "../answer.ts";
import type { World } from "../world.ts";

export interface Product {
  readonly id: number;
  readonly name: string;
  readonly material: string;
  /** Net, of one piece. */
  readonly cents: number;
  readonly maxQuantity: number;
}

export const CURRENCY = "EUR";

/** What a top-up or an extension of one SIM adds: a fixed product, never a chosen volume. */
export const ADDED_MEGABYTES = 500;
export const ADDED_SMS = 250;

export const PRODUCTS: readonly Product[] = [
  {
    id: 1001,
    name: "1NCE IoT FlexSIM - Business",
    material: "1NCE FlexSIM",
    cents: 100,
    maxQuantity: 5000,
  },
  {
    id: 1002,
    name: "1NCE IoT FlexSIM - Industrial",
    material: "1NCE FlexSIM Industrial",
    cents: 200,
    maxQuantity: 5000,
  },
  {
    id: 1003,
    name: "1NCE IoT SIM Chip",
    material: "1NCE SIM Chip Industrial",
    cents: 250,
    maxQuantity: 10_000,
  },
  {
    id: 2001,
    name: "1NCE IoT Lifetime Flat",
    material: "1NCE Lifetime Flat",
    cents: 1_000,
    maxQuantity: 10_000,
  },
  { id: 3001, name: "1NCE IoT Top Up", material: "1NCE Top Up", cents: 1_000, maxQuantity: 10_000 },
];
export const TOP_UP_PRODUCT = 3001;
export const LIFETIME_PRODUCT = 2001;

const VAT_PERCENT = 19;

/** Orders are invoiced gross, products are priced net. */
export function grossCents(productId: number, quantity: number): number {
  const product = PRODUCTS.find(({ id }) => id === productId);
  return Math.round(((product?.cents ?? 0) * quantity * (100 + VAT_PERCENT)) / 100);
}

export function getProducts(_world: World, _call: Call): Answer {
  return {
    status: 200,
    json: PRODUCTS.map(({ id, name, material, cents, maxQuantity }) => ({
      id,
      product: name,
      material,
      package_size: 1,
      minQuantity: 1,
      maxQuantity,
      maxQuantityPerCustomer: 100_000,
      min_contract_duration: 120,
      one_time_charges: [
        {
          name: id === TOP_UP_PRODUCT ? "topUpCharge" : "provisionCharge",
          amount_net: cents / 100,
          currency: CURRENCY,
        },
      ],
      recurring_charges: [],
    })),
  };
}
