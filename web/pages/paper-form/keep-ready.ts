import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { answerOptions } from "../../api/use-answer.ts";
import { useSession } from "../../staff/session.ts";

/** Once what the page itself needs is there. */
const READY_AFTER_MS = 8_000;

export const procedures = answerOptions("GET /procedures", { query: {} });

export function registrationOf(procedure: string) {
  return answerOptions("GET /procedures/:procedure/registration", { params: { procedure }, query: {} });
}

/** Has the form at hand before the network or the server is gone: it is for that day. */
export function useFormKeptReady(): void {
  const client = useQueryClient();
  const router = useRouter();
  const { may } = useSession();
  useEffect(() => {
    if (!may.register) return undefined;
    const reading = setTimeout(() => {
      void router.preloadRoute({ to: "/phieu-giay" });
      void readForm(client);
    }, READY_AFTER_MS);
    return () => clearTimeout(reading);
  }, [client, router, may.register]);
}

async function readForm(client: QueryClient): Promise<void> {
  const kept = { gcTime: Infinity };
  await client.prefetchQuery({ ...procedures, ...kept });
  const [first] = client.getQueryData(procedures.queryKey)?.procedures ?? [];
  if (first) await client.prefetchQuery({ ...registrationOf(first.procedure), ...kept });
}
