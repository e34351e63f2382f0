const ONE_YEAR_SECONDS = 365 * 24 * 3600;

/** A preference that the server reads when it draws the next page. */
export function rememberCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${name}=${value}; path=/; max-age=${ONE_YEAR_SECONDS}; samesite=lax`;
}
