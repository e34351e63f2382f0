/** Packages that read files beside them (WebAssembly, scripts of their threads): no bundle can hold those. */
export const LEFT_OUTSIDE: string[] = [
  "@bsull/augurs",
  "@bsull/augurs-prophet-wasmstan",
  "@electric-sql/pglite",
  "@electric-sql/pglite-pgvector",
  "@electric-sql/pglite-socket",
  "libpg-query",
  "pino",
];
