import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "#app/lib/cn.ts";

export const buttonStyle = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary: "bg-accent text-accent-fg hover:bg-accent-hover",
        plain: "border border-line bg-raised text-fg hover:bg-hover",
        ghost: "text-muted hover:bg-hover hover:text-fg",
        danger: "border border-critical text-critical hover:bg-critical-soft",
      },
      size: {
        sm: "h-7 px-2 text-sm",
        md: "h-9 px-3 text-base",
        lg: "h-11 px-4 text-base",
        icon: "size-9",
        "icon-sm": "size-7",
      },
    },
    defaultVariants: { look: "plain", size: "md" },
  },
);

export function Button({
  look,
  size,
  className,
  type = "button",
  ...props
}: ComponentProps<"button"> & VariantProps<typeof buttonStyle>) {
  return <button type={type} className={cn(buttonStyle({ look, size }), className)} {...props} />;
}
