/** Where the endpoint is, for the server and for the bridge, which loads nothing else of it. */
export const MCP_PATH = "/api/mcp";
