/** How a client is told of Simon: text to copy, and where it has one, a link that does it. */
export interface Snippet {
  readonly id: string;
  readonly label: string;
  readonly steps: string;
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
  /** Its maker's servers call the address, which must then be reachable from the internet. */
  readonly isHosted?: boolean;
}

export interface Wanted {
  readonly address: string;
  readonly isReading: boolean;
  /** In place of signing in. */
  readonly byKey: boolean;
}

const HEADER = "Authorization: Bearer YOUR_KEY";

export function snippetsFor({ address, isReading, byKey }: Wanted): Snippet[] {
  const url = isReading ? `${address}?readonly=1` : address;
  const headers = byKey ? { headers: { Authorization: "Bearer YOUR_KEY" } } : {};
  const json = (value: object) => JSON.stringify(value, null, 2);
  const quoted = (value: object) => `'${JSON.stringify(value)}'`;
  const vsCode = { name: "simon", type: "http", url, ...headers };
  const hosted: Snippet[] = byKey
    ? []
    : [
        {
          id: "claude",
          label: "Claude",
          steps:
            "In Claude on the web or the desktop: Settings → Connectors → Add custom connector. Call it Simon and give this address; then choose Connect.",
          text: url,
          isHosted: true,
        },
        {
          id: "chatgpt",
          label: "ChatGPT",
          steps:
            "In ChatGPT: Settings → Apps & Connectors → Advanced settings → Developer mode; then Create, with this address and OAuth.",
          text: url,
          isHosted: true,
        },
      ];
  return [
    ...hosted,
    {
      id: "claude-code",
      label: "Claude Code",
      steps: byKey ? "In a terminal:" : "In a terminal; then /mcp in Claude Code, to sign in:",
      text: `claude mcp add --transport http simon "${url}"${byKey ? ` --header "${HEADER}"` : ""}`,
    },
    {
      id: "cursor",
      label: "Cursor",
      steps: "By the button, or in ~/.cursor/mcp.json:",
      text: json({ mcpServers: { simon: { url, ...headers } } }),
      link: {
        href: `cursor://anysphere.cursor-deeplink/mcp/install?name=simon&config=${encodeURIComponent(
          btoa(JSON.stringify({ url, ...headers })),
        )}`,
        label: "Add to Cursor",
      },
    },
    {
      id: "vs-code",
      label: "VS Code",
      steps: "By the button, or in a terminal:",
      text: `code --add-mcp ${quoted(vsCode)}`,
      link: {
        href: `vscode:mcp/install?${encodeURIComponent(JSON.stringify(vsCode))}`,
        label: "Add to VS Code",
      },
    },
    {
      id: "other",
      label: "Others",
      steps: byKey
        ? "Clients that take an address and a header; for clients that start a command, see docs/mcp.md:"
        : "Clients that take an address ask you to sign in by themselves:",
      text: byKey ? `${url}\n${HEADER}` : url,
    },
  ];
}
