export const REDIRECT = "http://127.0.0.1:7777/callback";

interface Tokens {
  readonly access_token: string;
  readonly refresh_token?: string;
}

/** What the official clients ask a program to keep for them; it remembers where they sent the browser. */
export class Kept {
  readonly redirectUrl = REDIRECT;
  readonly clientMetadata = {
    client_name: "Test\u202E assistant",
    redirect_uris: [REDIRECT],
    token_endpoint_auth_method: "none",
  };
  sentTo: URL | undefined;
  #client: unknown;
  #tokens: Tokens | undefined;
  #verifier = "";

  get clientId(): string {
    return (this.#client as { client_id: string }).client_id;
  }
  get accessToken(): string {
    return this.#tokens?.access_token ?? "";
  }
  get refreshToken(): string {
    return this.#tokens?.refresh_token ?? "";
  }
  /** As after an hour: the access token works no more. */
  loseAccess(): void {
    this.saveTokens({ ...this.#tokens, access_token: "eyJ.eyJ.old" });
  }
  clientInformation() {
    return this.#client as never;
  }
  saveClientInformation(client: unknown): void {
    this.#client = client;
  }
  tokens() {
    return this.#tokens as never;
  }
  saveTokens(tokens: Tokens): void {
    this.#tokens = tokens;
  }
  redirectToAuthorization(url: URL): void {
    this.sentTo = url;
  }
  saveCodeVerifier(verifier: string): void {
    this.#verifier = verifier;
  }
  codeVerifier(): string {
    return this.#verifier;
  }
}
