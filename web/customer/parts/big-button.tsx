import type { ButtonHTMLAttributes } from "react";
import { classes } from "../../parts/classes.ts";

const looks = {
  primary: "px-5 bg-accent text-on-accent hover:bg-accent-strong",
  plain: "px-5 border border-edge bg-surface text-ink hover:bg-sunken",
  link: "px-2 text-accent underline",
};

/** A button for a thumb. Under way it says so, and takes no second touch. */
export function BigButton({
  look = "primary",
  isBusy,
  className,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: keyof typeof looks; isBusy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : rest.onClick}
      className={classes(
        "inline-flex min-h-12 items-center justify-center gap-2 rounded-lg text-[1.0625rem] font-medium",
        "disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-busy:opacity-70",
        looks[look],
        className,
      )}
    />
  );
}
