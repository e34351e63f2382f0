import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // server/ compresses, so that streams are flushed as they come.
  compress: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "postgres",
    "kysely",
    "kysely-postgres-js",
    "better-auth",
    "@better-auth/api-key",
    "@better-auth/core",
    "@better-auth/oauth-provider",
    "@modelcontextprotocol/client",
    "@electric-sql/pglite",
    "@electric-sql/pglite-socket",
    "@electric-sql/pglite-pgvector",
    "pino",
    "libpg-query",
    "hucre",
    "undici",
    "prom-client",
    "@bsull/augurs",
    "@bsull/augurs-prophet-wasmstan",
  ],
  // Types are checked by `npm run verify`, with the project's own TypeScript.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
