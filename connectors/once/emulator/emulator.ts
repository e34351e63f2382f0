import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { log } from "#core/log.ts";
import { addClient, type Client, listClients } from "./auth.ts";
import { callLog } from "./calls.ts";
import { clockOf } from "./clock.ts";
import { type Control, controlOf } from "./control/control.ts";
import { CONTROL_PATH, serveControl } from "./control/serve-control.ts";
import { faultsOf } from "./faults.ts";
import { queueOf } from "./queue.ts";
import { randomOf } from "./random.ts";
import { rateLimits } from "./rate-limit.ts";
import { BASE_PATH, serveApi } from "./router.ts";
import { transferSims, updateSims } from "./routes/bulk.ts";
import { resetSim } from "./routes/reset.ts";
import { DEFAULT_SETTINGS, type Settings } from "./settings.ts";
import type { SeedSim } from "./sims/seed.ts";
import { deliverSms } from "./sms/sms.ts";
import { openStore } from "./store.ts";
import { streamerOf } from "./streamer.ts";
import type { World } from "./world.ts";

export interface EmulatorOptions extends Partial<Settings> {
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** Where its state is kept between starts. Default: in memory. */
  readonly file?: string;
  /** Put in at the start; those that are there already stay as they are. */
  readonly sims?: readonly SeedSim[];
  /** Default: one, {@link DEFAULT_CLIENT}. */
  readonly clients?: readonly Client[];
  /** Of faults and traffic. */
  readonly seed?: number;
  /** The emulated now, before `advance` moves it. Default: the real one. */
  readonly now?: () => Date;
}

/** 1NCE's Management API as one customer sees it, and what steers it. */
export interface Emulator extends Control {
  /** The base URL, which ends in `/management-api`. */
  readonly url: string;
  /** Of the control over HTTP, which ends in `/_emulator`. */
  readonly controlUrl: string;
  readonly port: number;
  readonly clients: readonly Required<Client>[];
  /** What whoever runs it wants to know at the next start; `reset` forgets it. */
  note(name: string, value: string): void;
  noted(name: string): string | undefined;
  /** Waits for what is running; once is enough. */
  close(): Promise<void>;
}

export const DEFAULT_CLIENT: Client = { id: "emulator", secret: "emulator-secret" };

export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { host = "127.0.0.1", port = 0, file = ":memory:", seed = 1, now, ...rest } = options;
  const { sims = [], clients = [DEFAULT_CLIENT], ...given } = rest;
  const world = worldOf({ file, seed, now, settings: { ...DEFAULT_SETTINGS, ...given } });
  for (const client of clients) addClient(world, client);
  const control = controlOf(world);
  control.seed(sims);

  const server = createServer((request, response) => {
    serve(world, control, request, response).catch((error) => {
      log().error({ err: error }, "the emulator failed at a request");
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  world.queue.resume();
  world.streamer.wake();
  let closing: Promise<void> | undefined;
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    world.queue.stop();
    await world.streamer.stop();
    world.store.close();
  };
  return {
    ...control,
    url: origin + BASE_PATH,
    controlUrl: origin + CONTROL_PATH,
    port: address.port,
    clients: listClients(world),
    note: (name, value) => world.store.writeMeta(`note_${name}`, value),
    noted: (name) => world.store.readMeta(`note_${name}`),
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function worldOf({
  file,
  seed,
  now,
  settings,
}: {
  file: string;
  seed: number;
  now: (() => Date) | undefined;
  settings: Settings;
}): World {
  const store = openStore(file);
  const world: World = {
    store,
    settings,
    clock: clockOf(store, settings, now),
    random: randomOf(seed),
    rates: rateLimits(settings),
    faults: faultsOf(randomOf(seed + 1)),
    calls: callLog(),
    queue: queueOf(() => world, {
      update_sims: updateSims,
      reset_sim: resetSim,
      deliver_sms: deliverSms,
      transfer_sims: transferSims,
    }),
    streamer: streamerOf(() => world),
  };
  return world;
}

async function serve(
  world: World,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
  if (isBelow(url.pathname, BASE_PATH)) return serveApi(world, request, response, url);
  if (isBelow(url.pathname, CONTROL_PATH)) return serveControl(control, request, response, url);
  response.writeHead(404).end();
}

function isBelow(path: string, base: string): boolean {
  return path === base || path.startsWith(`${base}/`);
}
