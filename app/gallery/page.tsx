import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Gallery } from "#app/components/gallery/gallery.tsx";
import { config } from "#core/config.ts";

export const metadata: Metadata = { title: "Gallery" };

/** For whoever changes the parts of the pages; people who use Simon do not find it. */
export default function GalleryPage() {
  if (config().environment !== "development") notFound();
  return <Gallery />;
}
