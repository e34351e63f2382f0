import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { cn } from "./lib/cn.ts";
import { APPEARANCE_COOKIE, appearanceClasses, parseAppearance } from "./lib/theme.ts";

export const metadata: Metadata = {
  title: { default: "Simon", template: "%s · Simon" },
  description: "Ask about your fleet of IoT SIM cards.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#141311" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const appearance = parseAppearance((await cookies()).get(APPEARANCE_COOKIE)?.value);
  return (
    <html
      lang="en"
      className={cn(GeistSans.variable, GeistMono.variable, appearanceClasses(appearance))}
    >
      <body>{children}</body>
    </html>
  );
}
