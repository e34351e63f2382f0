"use client";

import { Columns3 } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { Menu, MenuCheck } from "#app/components/ui/menu.tsx";
import { SIM_COLUMNS, toggled } from "./columns.ts";

interface ColumnsMenuProps {
  readonly columns: readonly string[];
  readonly onChange: (columns: string) => void;
}

/** Which columns the list has. */
export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button>
          <Columns3 aria-hidden />
          <span className="max-sm:sr-only">Columns</span>
        </Button>
      }
    >
      {SIM_COLUMNS.map(({ name, label }) => (
        <MenuCheck
          key={name}
          staysOpen
          checked={columns.includes(name)}
          onChange={() => onChange(toggled(columns, name))}
        >
          {label}
        </MenuCheck>
      ))}
    </Menu>
  );
}
