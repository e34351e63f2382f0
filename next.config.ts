import type { NextConfig } from "next";
import { LEFT_OUTSIDE } from "./scripts/left-outside.ts";

const config: NextConfig = {
  poweredByHeader: false,
  // server/ compresses, so that streams are flushed as they come.
  compress: false,
  reactStrictMode: true,
  serverExternalPackages: LEFT_OUTSIDE,
  // Types are checked by `npm run verify`, with the project's own TypeScript.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // A link that is followed offline waits for the connection, where the browser's own page took the place of ours.
  experimental: { useOffline: true },
};

export default config;
