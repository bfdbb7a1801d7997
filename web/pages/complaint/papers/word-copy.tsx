import { useMutation } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { openAnswer } from "../../../api/ask.ts";
import { Button } from "../../../parts/button.tsx";
import { saveAs } from "../../../parts/save-as.ts";
import { Refused } from "../../../parts/states.tsx";
import { useWords } from "../../../words/language.ts";
import { wordsOfPapers } from "./words.ts";

/** A copy of an issued paper as a Word file, to be gone on with by hand; the document itself stays as it is. */
export function WordCopy({ complaintId, paperId, name }: { complaintId: string; paperId: string; name: string }) {
  const words = useWords(wordsOfPapers);
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const asked = { params: { complaintId }, query: { as: "word" as const }, body: { paperId } };
      const { signal } = new AbortController();
      const answer = await openAnswer("POST /complaints/:complaintId/paper-previews", asked, signal);
      saveAs(await answer.blob(), `${name}.docx`);
    },
  });
  return (
    <div className="no-print -ml-2">
      <Button look="quiet" icon={<FileDown size={16} aria-hidden />} isBusy={isPending} onClick={() => mutate()}>
        {words.wordCopy}
      </Button>
      <Refused error={error} />
    </div>
  );
}
