import { useMutation } from "@tanstack/react-query";
import { Eye, FileDown } from "lucide-react";
import { openAnswer } from "../../../api/ask.ts";
import { Button } from "../../../parts/button.tsx";
import { saveAs } from "../../../parts/save-as.ts";
import { errorText } from "../../../parts/states.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { wordsOfPapers } from "./words.ts";

type Asked = { complaintId: string; paper?: string; paperId?: string; content?: string };

/**
 * A paper as it would leave, shown where it is written: as a picture, which every screen shows, as the PDF and as a Word file. In a
 * template of the provider's own it comes as a PDF or as a Word file only.
 */
export function PaperPreview(asked: Asked) {
  const words = useWords(wordsOfPapers);
  const language = useLanguage();
  const { mutate, data, error, isPending } = useMutation({ mutationFn: () => drawnPaper(asked, "picture") });
  const keeping = useMutation({
    mutationFn: (as: "pdf" | "word") => drawnPaper(asked, as),
    onSuccess: ({ blob }) => saveAs(blob, blob.type === "application/pdf" ? words.previewName : words.previewInWord),
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
            onClick={() => keeping.mutate("pdf")}
          >
            PDF
          </Button>
        )}
        {data && (
          <Button
            look="quiet"
            icon={<FileDown size={16} aria-hidden />}
            isBusy={keeping.isPending}
            onClick={() => keeping.mutate("word")}
          >
            Word
          </Button>
        )}
      </div>
      {failure && <p role="alert">{errorText(failure, language)}</p>}
      {data && <Drawn drawn={data} />}
    </div>
  );
}

function Drawn({ drawn: { address, blob } }: { drawn: DrawnPaper }) {
  const words = useWords(wordsOfPapers);
  if (!blob.type.startsWith("image/")) return <p className="text-ink-2">{words.onlyAsFile}</p>;
  return <img src={address} alt={words.previewed} className="w-full rounded-lg border border-line bg-white" />;
}

/** `address`: in this page only. */
type DrawnPaper = { blob: Blob; address: string };

async function drawnPaper({ complaintId, ...body }: Asked, as: "picture" | "pdf" | "word"): Promise<DrawnPaper> {
  const operation = "POST /complaints/:complaintId/paper-previews";
  const signal = new AbortController().signal;
  const answer = await openAnswer(operation, { params: { complaintId }, query: { as }, body }, signal);
  const blob = await answer.blob();
  return { blob, address: URL.createObjectURL(blob) };
}
