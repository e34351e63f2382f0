import { baseUrl } from "#domain/auth/origins.ts";

/** The page where a person decides on a change. */
export function changeUrl(id: string): string {
  return `${baseUrl()}/changes/${encodeURIComponent(id)}`;
}
