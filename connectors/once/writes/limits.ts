import { z } from "zod";
import { ProviderError, type ProviderLimits } from "../../provider.ts";
import type { AccountLimits } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { act, read } from "../http/call.ts";
import { count, volume } from "../reads/fields.ts";

type Name = keyof AccountLimits;

/** By what names 1NCE knows a limit: in its address, in what it answers, and in what it is sent. */
const NAMES = {
  data_bytes: { service: "data", key: "data", field: "dataLimitId", amount: volume },
  sms_to_device: { service: "smsMT", key: "smsMt", field: "smsMtLimitId", amount: count },
  sms_from_device: { service: "smsMO", key: "smsMo", field: "smsMoLimitId", amount: count },
} as const;
const ALL = Object.keys(NAMES) as Name[];

const Id = z.object({ id: z.coerce.number().int() });
const Chosen = z.record(z.string(), Id.nullable().catch(null));

interface Step {
  readonly id: number;
  readonly amount: number | null;
}

/** The monthly caps of the account. They are chosen among steps, by the step's number. */
export function onceLimits(account: OnceAccount): ProviderLimits {
  return {
    steps: async (name, { signal }) => {
      const steps = await stepsOf(account, name, signal);
      return steps.flatMap(({ amount }) => amount ?? []);
    },
    set: async (limits, { signal }) => {
      const body = await chosen(account, limits, signal);
      await account.awaitTurn(signal);
      await act(account, { method: "POST", path: "v1/sims/limits", body }, signal);
    },
  };
}

/** All three: what were left out might be taken for none. */
async function chosen(
  account: OnceAccount,
  limits: Partial<AccountLimits>,
  signal: AbortSignal,
): Promise<Record<string, number>> {
  const found = await read(account, { path: "v1/sims/limits", schema: Chosen, signal });
  const body: Record<string, number> = {};
  for (const name of ALL) {
    const { key, field } = NAMES[name];
    const wanted = limits[name];
    const id =
      wanted === undefined
        ? found?.value[key]?.id
        : (await stepsOf(account, name, signal)).find(({ amount }) => amount === wanted)?.id;
    if (id !== undefined) body[field] = id;
    else if (wanted !== undefined) {
      const message = "1NCE offers monthly limits in steps, and this is none of them.";
      throw new ProviderError("rejected", message);
    }
  }
  return body;
}

/** Documented as one object; a list is what it must be. Both are understood. */
async function stepsOf(account: OnceAccount, name: Name, signal: AbortSignal): Promise<Step[]> {
  const { service, amount } = NAMES[name];
  const Step = Id.extend({ limit: amount }).transform(({ id, limit }) => ({ id, amount: limit }));
  const Steps = z.array(Step);
  const schema = z.union([Steps, z.record(z.string(), z.union([Steps, Step]))]);
  const found = await read(account, { path: `v1/sims/${service}/limits`, schema, signal });
  return Object.values(found?.value ?? []).flat();
}
