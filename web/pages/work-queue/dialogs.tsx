import { AssignDialog } from "./assign-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { IncidentDialog } from "./incident-dialog.tsx";
import { LookDialog } from "./look-dialog.tsx";
import type { ListQuery, QueueSearch } from "./queue-search.ts";
import type { OpenDialog } from "./use-dialogs.ts";
import type { Item } from "./use-rows.ts";
import { ViewDialog } from "./views.tsx";

/** The dialogues of the list: loaded when the first of them opens. */
export function Dialogs(props: {
  dialog: OpenDialog;
  rows: readonly Item[];
  query: ListQuery;
  search: QueueSearch;
  onClose: () => void;
}) {
  const { dialog, rows, query, search, onClose } = props;
  switch (dialog.name) {
    case "assign":
      return <AssignDialog items={rows} onClose={onClose} />;
    case "link":
      return <IncidentDialog items={rows} onClose={onClose} />;
    case "export":
      return <ExportDialog query={query} onClose={onClose} />;
    case "look":
      return <LookDialog onClose={onClose} />;
    case "view":
      return <ViewDialog view={dialog.view} search={search} onClose={onClose} />;
  }
}
