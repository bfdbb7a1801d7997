import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useWords } from "../../words/language.ts";
import { wordsOfCustomer } from "../words.ts";

/** Says that the network is gone, and that nothing written is lost. */
export function OfflineLine() {
  const words = useWords(wordsOfCustomer);
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" className="no-print">
      {!isOnline && (
        <p className="flex gap-3 bg-soon-soft px-4 py-3 text-soon">
          <WifiOff size={20} aria-hidden className="mt-1 shrink-0" />
          <span>{words.offlineNow}</span>
        </p>
      )}
    </div>
  );
}

function listen(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}
