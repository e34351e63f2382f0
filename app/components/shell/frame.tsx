import type { ReactNode } from "react";
import { Bell } from "#app/components/notifications/bell.tsx";
import { PaletteButton } from "#app/components/palette/palette-button.tsx";
import type { Appearance } from "#app/lib/theme.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { ContactBanner } from "./contact-banner.tsx";
import { type OrganizationChoice, OrganizationSwitcher } from "./organization-switcher.tsx";
import { Rail } from "./rail.tsx";
import { UserMenu } from "./user-menu.tsx";

interface FrameProps {
  readonly viewer: { readonly name: string; readonly email: string; readonly role: string };
  readonly organization: OrganizationChoice;
  readonly organizations: readonly OrganizationChoice[];
  readonly appearance: Appearance;
  readonly isRailNarrow: boolean;
  /** How old the data is. */
  readonly dataAge: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every signed-in page. `children` scroll by themselves. */
export function Frame(props: FrameProps) {
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:m-2 focus:rounded-md focus:bg-raised focus:p-2"
      >
        Skip to the content
      </a>
      <div className="flex min-h-0 flex-1">
        <Rail initiallyNarrow={props.isRailNarrow} />
        <div className="flex min-w-0 flex-1 flex-col">
          <header className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-3 md:px-4">
            <OrganizationSwitcher current={props.organization} choices={props.organizations} />
            <div className="flex-1" />
            <PaletteButton />
            {props.dataAge}
            <Bell />
            <UserMenu {...props.viewer} initialAppearance={props.appearance} />
          </header>
          <ContactBanner />
          <main
            id="content"
            tabIndex={-1}
            className="relative min-h-0 flex-1 overflow-y-auto outline-none"
          >
            {props.children}
          </main>
        </div>
      </div>
      <BottomBar />
    </div>
  );
}
