import { NoConnection, ServerProblem, type Answer } from "../../../api/ask.ts";
import type { Problem } from "../../../api/contract.ts";

/**
 * Uploads one file and tells how far it is, from 0 to 1. `fetch` does not tell that of what it sends.
 * Throws `ServerProblem` and `NoConnection`.
 */
export function uploadTelling(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer<"POST /attachments">> {
  const body = new FormData();
  body.append("file", file, file.name);
  const request = new XMLHttpRequest();
  const lost = () => new NoConnection("the upload did not arrive");
  return new Promise((resolve, reject) => {
    request.open("POST", "/api/v1/attachments");
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener("load", () => {
      const answer = answerOf(request);
      if (request.status < 300 && answer !== null) resolve(answer as Answer<"POST /attachments">);
      else reject(answer === null ? lost() : new ServerProblem(answer as Problem));
    });
    request.addEventListener("error", () => reject(lost()));
    request.addEventListener("abort", () => reject(new DOMException("given up", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

function answerOf({ responseText }: XMLHttpRequest): unknown {
  try {
    return JSON.parse(responseText);
  } catch {
    return null;
  }
}
