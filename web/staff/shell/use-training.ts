import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { ask } from "../../api/ask.ts";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { language } from "../../words/language.ts";
import { tellOtherWindows } from "../other-windows.ts";
import { useSession } from "../session.ts";

const CHANNEL = "hoiam-training";

/** Turns training on, or off again. What was read before is of the other side: all of it is read anew. */
export function useTrainingSwitch(): () => void {
  const { isTraining } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const turn = async () => {
    await ask("PUT /session/training", { body: { isTraining: !isTraining } });
    // Other windows of this browser have the same session.
    tellOtherWindows(CHANNEL, !isTraining);
    await navigate({ to: "/viec" });
    await client.resetQueries();
  };
  return () => void turn().catch((error: unknown) => tell(errorText(error, language()), { isError: true }));
}

/** Follows what another window turned on or off. Once a page. */
export function useTrainingElsewhere(): void {
  const client = useQueryClient();
  useEffect(() => {
    const others = new BroadcastChannel(CHANNEL);
    others.addEventListener("message", () => void client.resetQueries());
    return () => others.close();
  }, [client]);
}
