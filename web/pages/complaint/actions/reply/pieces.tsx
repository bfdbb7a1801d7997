import { Link } from "@tanstack/react-router";
import { TextQuote } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../../../api/use-answer.ts";
import { Button } from "../../../../parts/button.tsx";
import { Menu } from "../../../../parts/menu.tsx";
import { useLanguage, useWords } from "../../../../words/language.ts";
import { wordsOfReply } from "./words.ts";

type Open = { vi: string; en: string };

/** Pieces that were written before, as they read in this file; one is put at the end of what is there. */
export function Pieces({ complaintId, onInsert }: { complaintId: string; onInsert: (piece: string) => void }) {
  const words = useWords(wordsOfReply);
  const chosen = useLanguage();
  const [open, setOpen] = useState<readonly Open[]>([]);
  const { data } = useAnswer("GET /complaints/:complaintId/reply-macros", { params: { complaintId } });
  const pieces = data?.macros ?? [];
  const insert = (piece: (typeof pieces)[number]) => {
    onInsert(piece.text);
    setOpen(piece.open);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {pieces.length > 0 ? (
        <Menu
          trigger={<Button icon={<TextQuote size={16} aria-hidden />}>{words.insert}</Button>}
          items={pieces.map((piece) => ({ label: piece.name, onSelect: () => insert(piece) }))}
        />
      ) : (
        data && <span className="text-ink-2">{words.noPieces}</span>
      )}
      <Link to="/mau-cau" className="inline-flex min-h-9 items-center text-sm text-accent underline underline-offset-4">
        {words.allPieces}
      </Link>
      {open.length > 0 && (
        <p role="status" className="basis-full text-sm text-soon">
          {words.openValues(open.map((each) => each[chosen]).join(", "))}
        </p>
      )}
    </div>
  );
}
