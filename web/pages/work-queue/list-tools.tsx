import { Columns3, Download, ListFilter } from "lucide-react";
import { Button, IconButton } from "../../parts/button.tsx";
import { classes } from "../../parts/classes.ts";
import { useWords } from "../../words/language.ts";
import { filterNames, valuesOf, type QueueSearch } from "./queue-search.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";
import { wordsOfFilters } from "./words-of-filters.ts";
import { wordsOfColumns } from "./words.ts";

/** Narrowing the list, its columns, and a file of it. */
export function ListTools(props: {
  search: QueueSearch;
  isFilterOpen: boolean;
  onFilter: () => void;
  onLook: () => void;
  onExport: () => void;
}) {
  const { search, isFilterOpen, onFilter, onLook, onExport } = props;
  const filters = useWords(wordsOfFilters);
  const bulk = useWords(wordsOfBulk);
  const columns = useWords(wordsOfColumns);
  const on = filterNames.reduce((sum, name) => sum + valuesOf(search, name).length, 0);
  return (
    <>
      <Button
        shortcut="f"
        aria-expanded={isFilterOpen}
        icon={<ListFilter size={18} aria-hidden />}
        className={classes("max-sm:px-3", isFilterOpen && "bg-accent-soft")}
        onClick={onFilter}
      >
        <span className="max-sm:sr-only">{on > 0 ? filters.filtersOn(on) : filters.filter}</span>
      </Button>
      <span className="max-sm:hidden">
        <IconButton label={columns.columns} shortcut="v" onClick={onLook}>
          <Columns3 size={18} aria-hidden />
        </IconButton>
      </span>
      <IconButton label={bulk.exportList} shortcut="e" onClick={onExport}>
        <Download size={18} aria-hidden />
      </IconButton>
    </>
  );
}
