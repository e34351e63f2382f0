import { z } from "zod";

const line = (name: string) =>
  z
    .string()
    .trim()
    .min(1, `${name} is missing.`)
    .max(500, `${name} is too long.`)
    .regex(/^[\x21-\x7e]+$/, `${name} has a character that no credential has. Copy it again.`);

/** What an owner enters. */
export const Credentials = z.object({
  client_id: line("The client ID").refine((id) => !id.includes(":"), "A client ID has no colon."),
  client_secret: line("The client secret"),
  base_url: z.string().trim().max(500).optional(),
});
export type Credentials = z.output<typeof Credentials>;
