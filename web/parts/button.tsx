import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Hint } from "./hint.tsx";
import { classes } from "./classes.ts";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong",
  plain: "border border-edge bg-surface text-ink hover:bg-sunken",
  quiet: "text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "bg-late text-surface hover:opacity-90",
};

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook;
  /** Keys that do the same, shown in the tooltip: `c`, `Ctrl K`. */
  shortcut?: string | undefined;
  /** Under way: the button says so and takes no second click. */
  isBusy?: boolean | undefined;
  icon?: ReactNode;
};

/** At least 36 px high on a desk and 44 px under a thumb. */
export function Button({
  look = "plain",
  shortcut,
  isBusy,
  icon,
  children,
  className,
  disabled,
  ...rest
}: ButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      disabled={disabled}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? undefined : rest.onClick}
      className={classes(
        "inline-flex min-h-11 items-center justify-center gap-2 rounded-lg px-3.5 text-base font-medium whitespace-nowrap select-none sm:min-h-9",
        "disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-busy:opacity-70",
        looks[look],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
  return shortcut === undefined ? button : <Hint keys={shortcut}>{button}</Hint>;
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  label: string;
  shortcut?: string;
  children?: ReactNode;
};

/** A button that is only a picture: its label is spoken, and shown on hover. */
export function IconButton({ label, shortcut, children, className, ...rest }: IconButtonProps) {
  return (
    <Hint text={label} keys={shortcut}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={classes(
          "inline-flex size-11 items-center justify-center rounded-lg text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-50 sm:size-9",
          className,
        )}
      >
        {children}
      </button>
    </Hint>
  );
}
