import type { Operation, Provider } from "#connectors/provider.ts";
import { Conflict, Invalid } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import type { ChangeItem } from "./change.ts";
import type { Asked } from "./kind.ts";
import { packageOffer } from "./package-offer.ts";

/** Nothing is proposed that the provider cannot do. @throws Conflict with its own words, and what it sells instead. */
export async function refuseUnable(
  sql: Transaction,
  { capabilities, topUpPackage }: Provider,
  { kind, input }: Asked,
): Promise<void> {
  const need = kind.needs?.(input) ?? null;
  const answer = need === null || capabilities[need];
  if (answer === true) return;
  const offer = need === "set_quota" && topUpPackage && (await packageOffer(sql, topUpPackage));
  throw new Conflict(offer ? `${answer} ${offer}` : answer);
}

/** Nor what it would refuse for every row. @throws Invalid with its own words. */
export function refuseOperation(
  provider: Provider,
  asked: Asked,
  items: readonly ChangeItem[],
): void {
  const operation = firstOperation(asked, items);
  const why = operation && provider.whyNot?.(operation);
  if (why) throw new Invalid(why);
}

/** How many of the account's calls a row takes. */
export function callsPerRow(
  provider: Provider,
  asked: Asked,
  items: readonly ChangeItem[],
): number {
  const operation = firstOperation(asked, items);
  return operation ? Math.max(1, provider.callsFor(operation)) : 1;
}

function firstOperation({ kind, input }: Asked, items: readonly ChangeItem[]): Operation | null {
  const first = items.find(({ state }) => state === "pending");
  return (first && kind.operation?.(first, input)) ?? null;
}
