import { useMutation } from "@tanstack/react-query";
import { Eye, FileDown } from "lucide-react";
import { openAnswer } from "../../../api/ask.ts";
import { Button } from "../../../parts/button.tsx";
import { errorText } from "../../../parts/states.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { wordsOfPapers } from "./words.ts";

type Asked = { complaintId: string; paper?: string; paperId?: string; content?: string };

/** A paper as it would leave, shown where it is written: as a picture, which every screen shows, and as the PDF. */
export function PaperPreview(asked: Asked) {
  const words = useWords(wordsOfPapers);
  const language = useLanguage();
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => drawnPaper(asked, "picture") });
  const keeping = useMutation({
    mutationFn: () => drawnPaper(asked, "pdf"),
    onSuccess: (address) => keep(address, words.previewName),
  });
  const { paper, paperId } = asked;
  const failure = error ?? keeping.error;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<Eye size={16} aria-hidden />}
          isBusy={isPending}
          disabled={paper === undefined && paperId === undefined}
          onClick={() => mutate()}
        >
          {words.preview}
        </Button>
        {data && (
          <Button
            look="quiet"
            icon={<FileDown size={16} aria-hidden />}
            isBusy={keeping.isPending}
            onClick={() => keeping.mutate()}
          >
            PDF
          </Button>
        )}
      </div>
      {failure && <p role="alert">{errorText(failure, language)}</p>}
      {data && <img src={data} alt={words.previewed} className="w-full rounded-lg border border-line bg-white" />}
    </div>
  );
}

/** The address of what was drawn, in this page only. */
async function drawnPaper({ complaintId, ...body }: Asked, as: "picture" | "pdf"): Promise<string> {
  const operation = "POST /complaints/:complaintId/paper-previews";
  const signal = new AbortController().signal;
  const answer = await openAnswer(operation, { params: { complaintId }, query: { as }, body }, signal);
  return URL.createObjectURL(await answer.blob());
}

function keep(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
