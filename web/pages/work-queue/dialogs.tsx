import { AssignDialog } from "./assign-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { IncidentDialog } from "./incident-dialog.tsx";
import { LookDialog } from "./look-dialog.tsx";
import type { ListQuery, QueueSearch } from "./queue-search.ts";
import { UnlinkDialog } from "./unlink-dialog.tsx";
import type { OpenDialog } from "./use-dialogs.ts";
import type { Meant } from "./use-selection.ts";
import { ViewDialog } from "./views.tsx";

/** The dialogues of the list: loaded when the first of them opens. */
export function Dialogs(props: {
  dialog: OpenDialog;
  meant: Meant;
  chosen: Meant | undefined;
  query: ListQuery;
  search: QueueSearch;
  onClose: () => void;
}) {
  const { dialog, meant, chosen, query, search, onClose } = props;
  switch (dialog.name) {
    case "assign":
      return <AssignDialog {...{ meant, query, onClose }} />;
    case "link":
      return <IncidentDialog {...{ meant, query, onClose }} />;
    case "unlink":
      return <UnlinkDialog {...{ meant, query, onClose }} incidentId={search.incidentId ?? ""} />;
    case "export":
      return <ExportDialog {...{ chosen, query, onClose }} />;
    case "look":
      return <LookDialog onClose={onClose} />;
    case "view":
      return <ViewDialog view={dialog.view} search={search} onClose={onClose} />;
  }
}
