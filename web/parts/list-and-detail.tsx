import { ArrowLeft } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";

/** A list with the one that is looked at beside it; on a telephone either, with the way back. */
export function ListAndDetail({
  list,
  detail,
  isOpen,
  backLabel,
  onBack,
}: {
  list: ReactNode;
  detail: ReactNode;
  /** On a telephone: the detail is shown instead of the list. */
  isOpen: boolean;
  backLabel: string;
  onBack: () => void;
}) {
  return (
    <div className="flex min-h-0 grow flex-col lg:flex-row">
      <div
        className={classes(
          "min-h-0 lg:w-96 lg:shrink-0 lg:overflow-y-auto lg:border-r lg:border-line",
          isOpen && "max-lg:hidden",
        )}
      >
        {list}
      </div>
      <section className={classes("min-w-0 grow lg:overflow-y-auto", !isOpen && "max-lg:hidden")}>
        <div className="p-2 lg:hidden">
          <Button look="quiet" icon={<ArrowLeft size={18} aria-hidden />} onClick={onBack}>
            {backLabel}
          </Button>
        </div>
        {detail}
      </section>
    </div>
  );
}

/** Keeps the row that is looked at in sight, without taking the focus from where the work goes on. */
export function ListRow({
  isActive,
  label,
  onOpen,
  children,
}: {
  isActive: boolean;
  label: string;
  onOpen: () => void;
  children: ReactNode;
}) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    <li
      ref={row}
      className={classes(
        "relative flex flex-col gap-1 border-b border-line px-4 py-3",
        isActive ? "lg:bg-accent-soft" : "hover:bg-sunken",
      )}
    >
      <button
        type="button"
        aria-current={isActive || undefined}
        onClick={onOpen}
        className="self-start text-left font-medium after:absolute after:inset-0"
      >
        {label}
      </button>
      {children}
    </li>
  );
}
