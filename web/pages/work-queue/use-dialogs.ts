import { useState } from "react";
import type { View } from "./views.tsx";

/** What is open over the list. The rows are those chosen when it opened. */
export type OpenDialog =
  { name: "assign" | "link" | "unlink" | "export" | "look" } | { name: "view"; view: View | undefined };

export function useDialogs() {
  const [dialog, setDialog] = useState<OpenDialog>();
  return { dialog, open: setDialog, close: () => setDialog(undefined) };
}
