import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "openapi-backend";
import { onceDocumentsFolder } from "../testing/once-documents.ts";

const NAMES = {
  simsV2: "1nce-sim-management-v2-openapi.json",
  simsV1: "1nce-sim-management-openapi.json",
  oauth: "1nce-authorization-openapi.json",
  orders: "1nce-order-management-openapi.json",
  products: "1nce-product-information-openapi.json",
} as const;

/** Undefined where the documents are not there. */
export function onceDocuments(): Readonly<Record<keyof typeof NAMES, Document>> | undefined {
  const folder = onceDocumentsFolder();
  if (!folder) return undefined;
  const read = (name: string) =>
    JSON.parse(readFileSync(join(folder, name), "utf8"), withoutBooleanBounds) as Document;
  return {
    simsV2: read(NAMES.simsV2),
    simsV1: read(NAMES.simsV1),
    oauth: read(NAMES.oauth),
    orders: read(NAMES.orders),
    products: read(NAMES.products),
  };
}

/** JSON Schema has made numbers of them since; all that are here say no. */
function withoutBooleanBounds(key: string, value: unknown): unknown {
  return /^exclusive(Minimum|Maximum)$/.test(key) && value === false ? undefined : value;
}
