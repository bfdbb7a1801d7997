import { ArrowLeft } from "lucide-react";
import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
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
  const { section, remember } = useFocusBetween(isOpen);
  return (
    <div className="flex min-h-0 grow flex-col lg:flex-row">
      <div
        onClickCapture={remember}
        className={classes(
          "min-h-0 lg:w-96 lg:shrink-0 lg:overflow-y-auto lg:border-r lg:border-line",
          isOpen && "max-lg:hidden",
        )}
      >
        {list}
      </div>
      <section
        ref={section}
        tabIndex={-1}
        className={classes("min-w-0 grow outline-none lg:overflow-y-auto", !isOpen && "max-lg:hidden")}
      >
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

/** On a telephone the focus goes into what opens, and back to the row that opened it. On a desk both stay in sight. */
function useFocusBetween(isOpen: boolean) {
  const section = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    if (!matchMedia("(max-width: 63.99rem)").matches) return;
    (isOpen ? section : opener).current?.focus();
  }, [isOpen]);
  const remember = ({ target }: MouseEvent) => {
    opener.current = target instanceof HTMLElement ? target.closest("button") : null;
  };
  return { section, remember };
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
