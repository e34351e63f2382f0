"use client";

import "./globals.css";
import { BrokenPage, type BrokenPageProps } from "./components/broken-page.tsx";

/** Stands in for the root layout when that itself fails. */
export default function GlobalError(props: BrokenPageProps) {
  return (
    <html lang="en">
      <body>
        <BrokenPage {...props} />
      </body>
    </html>
  );
}
