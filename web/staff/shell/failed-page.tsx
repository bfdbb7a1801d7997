import { useRouter } from "@tanstack/react-router";
import { Failed } from "../../parts/states.tsx";

/** Where not even the frame of the pages could be shown. */
export function FailedPage({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <main className="flex min-h-dvh flex-col justify-center">
      <Failed error={error} onRetry={() => void router.invalidate()} isPage />
    </main>
  );
}
