/** `narrow` or `wide`: how the reader left the navigation. Read on the server, so nothing jumps. */
export const RAIL_COOKIE = "simon-rail";
