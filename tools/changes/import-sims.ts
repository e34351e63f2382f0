import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { hashOf } from "#domain/changes/idempotency.ts";
import { Proposal } from "#domain/changes/proposal.ts";
import { checkForLoading } from "#domain/imports/check-for-loading.ts";
import { Iccid } from "#domain/sims/sim.ts";
import { defineEffect } from "../define.ts";

const MAX_CHARS = 900_000;

const Input = z.object({
  csv: z
    .string()
    .min(1)
    .max(MAX_CHARS)
    .optional()
    .meta({ description: "A CSV with a header line" }),
  xlsx_base64: z.base64().max(MAX_CHARS).optional(),
  iccids: z.array(Iccid).min(1).max(10_000).optional().meta({
    description: "Or only the ICCIDs of SIMs to add",
  }),
  file_name: z.string().trim().min(1).max(200).optional(),
});

/** What fits into a request. Larger files are uploaded to the page “Load data”, or by `npm run import`. */
export const importSims = defineEffect({
  name: "import_sims",
  title: "Load a list of SIMs",
  description:
    "Checks a list of SIMs (CSV or xlsx, up to 900 kB) row by row: how many would be new, changed, the same or wrong, and why. Nothing is loaded: a person looks at the preview and loads the file at the address in the answer.",
  input: Input,
  output: Proposal,
  scope: "sims:write",
  effect: "write",
  route: { method: "POST", path: "/api/v1/sims/import" },
  run: ({ actor, input, signal, onProgress, origin: { idempotencyKey } }) =>
    checkForLoading(actor, fileOf(input), {
      signal,
      onProgress: ({ rows }) => onProgress?.({ done: rows, message: `${rows} rows are checked` }),
      request:
        idempotencyKey === undefined
          ? undefined
          : { idempotencyKey, hash: hashOf("import_sims", input) },
    }),
});

function fileOf({ csv, xlsx_base64, iccids, file_name }: z.output<typeof Input>) {
  const given = [csv, xlsx_base64, iccids].filter((one) => one !== undefined);
  if (given.length !== 1) {
    throw new Invalid("Give the list in exactly one way: csv, xlsx_base64 or iccids.");
  }
  if (xlsx_base64 !== undefined) {
    return { fileName: file_name ?? "sims.xlsx", bytes: Buffer.from(xlsx_base64, "base64") };
  }
  const text = csv ?? ["iccid", ...(iccids ?? [])].join("\n");
  return { fileName: file_name ?? "sims.csv", bytes: Buffer.from(text, "utf8") };
}
