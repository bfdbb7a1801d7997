import { SlidersHorizontal } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { useWords } from "../words/language.ts";
import { Button } from "./button.tsx";
import { classes } from "./classes.ts";
import { wordsOfParts } from "./words.ts";

/** What a list is narrowed by. On a telephone it is folded behind a button that says how much is chosen: the list comes first. */
export function FoldedFilters({
  chosen,
  className,
  children,
}: {
  chosen: number;
  className: string;
  children: ReactNode;
}) {
  const id = useId();
  const words = useWords(wordsOfParts);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div role="search" className="no-print flex flex-col gap-3">
      <Button
        className="sm:hidden"
        icon={<SlidersHorizontal size={16} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {words.narrow}
        {chosen > 0 && ` (${chosen})`}
      </Button>
      <div id={id} className={classes("grid items-end gap-3", !isOpen && "max-sm:hidden", className)}>
        {children}
      </div>
    </div>
  );
}
