/** How one account of 1NCE is reached, by whoever acts for it. */
export interface OnceAccount {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of one HTTP exchange. */
  readonly timeoutMs: number;
  /** Of a read, the first included. */
  readonly attempts: number;
  /** Before the first retry; each next waits twice as long. */
  readonly retryMs: number;
  /** Awaited before each call that counts against the account's rate. */
  readonly awaitTurn: (signal: AbortSignal) => Promise<void>;
}
