/** In characters; apart from what hashes passwords, so that forms in the browser can say it. */
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 128;
