// npm run analytics -- COMMAND --csv FILE --out FILE: the analysis on anyone's daily values, without a database.
import { DETECT_USAGE, detectCommand } from "./cli/detect-command.ts";
import { FORECAST_USAGE, forecastCommand } from "./cli/forecast-command.ts";
import { UsageError } from "./cli/usage-error.ts";

const COMMANDS: Readonly<
  Record<string, { readonly run: (args: string[]) => Promise<string>; readonly usage: string }>
> = {
  forecast: { run: forecastCommand, usage: FORECAST_USAGE },
  detect: { run: detectCommand, usage: DETECT_USAGE },
};

const USAGE = `Daily values in, answers out. The file has the columns id, day (YYYY-MM-DD) and value.

${Object.values(COMMANDS)
  .map(({ usage }) => usage)
  .join("\n\n")}`;

const [name = "", ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (command) {
  try {
    console.log(await command.run(args));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${command.usage}`);
    process.exitCode = 1;
  }
} else {
  console.log(USAGE);
  process.exitCode = name === "" || name === "--help" ? 0 : 1;
}
