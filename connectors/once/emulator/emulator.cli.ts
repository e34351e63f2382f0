// npm run emulator -- [--port N] [--host H] [--file F] [--sims N] [--time-factor F] [--client-id X --client-secret Y]
import { parseArgs } from "node:util";
import { Invalid } from "#core/errors.ts";
import { explainCommand } from "#db/explain-command.ts";
import { DEFAULT_CLIENT, type Emulator, startEmulator } from "./emulator.ts";
import { plausibleSims } from "./sims/plausible.ts";

const PRESET_PORT = 4010;
const PRESET_SIMS = 100;

const USAGE = `Run an emulator of 1NCE's Management API: SIMs that behave, and no invoice.

  npm run emulator -- [--port N] [--host H] [--file F] [--sims N] [--time-factor F]
                      [--client-id X --client-secret Y]

  --port N            where it listens (default: ${PRESET_PORT}; 0 takes a free one)
  --host H            default: 127.0.0.1; it checks no password on its control
  --file F            where its state is kept between starts (default: in memory)
  --sims N            SIMs that it makes when it has none (default: ${PRESET_SIMS})
  --time-factor F     20 allows 200 calls a second and does queued work 20 times as fast (default: 1)
  --client-id X       credentials of the API (default: ${DEFAULT_CLIENT.id} and ${DEFAULT_CLIENT.secret})
  --client-secret Y`;

try {
  await main();
} catch (error) {
  console.error(`\n${explain(error)}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const choice = readArguments();
  if (choice.help) {
    console.log(USAGE);
    return;
  }
  const { port, host, file, sims, timeFactor, client } = choice;
  const emulator = await startEmulator({ port, host, file, timeFactor, clients: [client] });
  if (emulator.info().sims === 0 && sims > 0) emulator.seed(plausibleSims(sims));
  closeOnSignal(emulator);
  console.log(`
The emulator of 1NCE's Management API runs.

  address         ${emulator.url}
  client id       ${client.id}
  client secret   ${client.secret}
  control         ${emulator.controlUrl}/
  SIMs            ${emulator.info().sims.toLocaleString("en-GB")}
  state           ${file ?? "in memory; it ends with the process"}
`);
}

function closeOnSignal(emulator: Emulator): void {
  const close = () => {
    emulator.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", close);
  process.once("SIGTERM", close);
}

function readArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: String(PRESET_PORT) },
      host: { type: "string", default: "127.0.0.1" },
      file: { type: "string" },
      sims: { type: "string", default: String(PRESET_SIMS) },
      "time-factor": { type: "string", default: "1" },
      "client-id": { type: "string", default: DEFAULT_CLIENT.id },
      "client-secret": { type: "string", default: DEFAULT_CLIENT.secret },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  return {
    help: values.help,
    port: wholeNumber("--port", values.port),
    host: values.host,
    file: values.file,
    sims: wholeNumber("--sims", values.sims),
    timeFactor: positiveNumber("--time-factor", values["time-factor"]),
    client: { id: values["client-id"], secret: values["client-secret"] },
  };
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new Invalid(`${name} must be a whole number, not "${text}".`);
}

function positiveNumber(name: string, text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text);
  throw new Invalid(`${name} must be a number above 0, not "${text}".`);
}

function explain(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return "The port is taken. Choose another with --port.";
  if (code === "ERR_SQLITE_ERROR") return "Its state cannot be kept in --file: check the path.";
  return explainCommand(error, USAGE);
}
