import { afterEach, describe, expect, it } from "vitest";
import { forgetProcessWide } from "#core/process-state.ts";
import { type Emulator, startEmulator } from "../emulator/emulator.ts";
import { onceProvider } from "../once-provider.ts";
import { NEVER, type OnceServer, startOnce } from "../testing/once-server.ts";

const MB = 1024 ** 2;
const options = { signal: NEVER };

describe("the monthly limits of the account", () => {
  let emulator: Emulator;
  afterEach(() => emulator.close());

  async function provider(quirks: boolean) {
    forgetProcessWide("once-tokens");
    emulator = await startEmulator({ quirks, timeFactor: 50 });
    const [client] = emulator.clients;
    return onceProvider({
      baseUrl: emulator.url,
      clientId: client?.id ?? "",
      clientSecret: client?.secret ?? "",
      account: "emulated",
    });
  }

  it("are set among the steps that are offered, and those that are not named stay", async () => {
    const { limits, reads } = await provider(true);
    expect(await limits.steps("data_bytes", options)).toContain(16 * MB);
    expect(await limits.steps("sms_to_device", options)).toContain(25);
    await limits.set({ data_bytes: 16 * MB, sms_to_device: 25 }, options);
    await limits.set({ sms_from_device: 50 }, options);
    expect(await reads.readLimits(options)).toEqual({
      data_bytes: 16 * MB,
      sms_to_device: 25,
      sms_from_device: 50,
    });
  });

  it.each([{ data_bytes: 17 * MB }, { sms_to_device: null }])(
    "are refused beside the steps, and nothing is set: %o",
    async (wanted) => {
      const { limits } = await provider(true);
      await expect(limits.set(wanted, options)).rejects.toMatchObject({ kind: "rejected" });
      expect(emulator.effects({ kind: "limits" })).toEqual([]);
    },
  );

  it("are understood in the documented shape too, of one object", async () => {
    const { limits } = await provider(false);
    expect(await limits.steps("data_bytes", options)).toEqual([MB]);
  });
});

describe("setting a limit", () => {
  let once: OnceServer;
  afterEach(() => once.stop());

  it("sends all three by their numbers", async () => {
    once = await startOnce(({ path, method }) => {
      if (method === "POST") return { status: 201 };
      return path.endsWith("data/limits")
        ? { json: [{ id: 5, limit: "16", unit: "MB" }] }
        : { json: { data: { id: 1, limit: "1" }, smsMt: { id: 41, limit: "10" }, smsMo: null } };
    });
    await once.provider().limits.set({ data_bytes: 16 * MB }, options);
    expect(once.asked.at(-1)?.body).toEqual({ dataLimitId: 5, smsMtLimitId: 41 });
  });
});
