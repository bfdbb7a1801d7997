import { Eye, PencilLine } from "lucide-react";
import { Badge } from "../../parts/badge.tsx";
import { useWords } from "../../words/language.ts";
import { useOthers } from "./use-others.ts";
import { wordsOfComplaint } from "./words.ts";

/** Who else looks at this complaint, and who types in it. */
export function Presence({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfComplaint);
  const others = useOthers(complaintId);
  return (
    <span role="status" className="no-print inline-flex flex-wrap gap-1.5">
      {others.map(({ personId, name, isTyping }) => (
        <Badge
          key={personId}
          tone={isTyping ? "soon" : "neutral"}
          icon={isTyping ? <PencilLine size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
        >
          {isTyping ? words.isTyping(name) : words.isLooking(name)}
        </Badge>
      ))}
    </span>
  );
}
