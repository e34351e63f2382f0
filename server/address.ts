import { config } from "#core/config.ts";

/** Where people find this process. */
export function addressOf(host: string, port: number): string {
  const name =
    host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return config().publicUrl ?? `http://${name}:${port}`;
}
