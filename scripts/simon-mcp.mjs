#!/usr/bin/env node
// simon-mcp: `simon mcp`, for clients whose configuration names a command.
process.argv.splice(2, 0, "mcp");
await import("./simon.mjs");
