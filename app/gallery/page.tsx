import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { Gallery } from "#app/components/gallery/gallery.tsx";
import { APPEARANCE_COOKIE, parseAppearance } from "#app/lib/theme.ts";
import { config } from "#core/config.ts";

export const metadata: Metadata = { title: "Gallery" };

/** For whoever changes the parts of the pages; people who use Simon do not find it. */
export default async function GalleryPage() {
  if (config().environment !== "development") notFound();
  const appearance = parseAppearance((await cookies()).get(APPEARANCE_COOKIE)?.value);
  return <Gallery initialAppearance={appearance} />;
}
