import { Agent, request } from "node:http";
import { answerQuestions } from "./processes.ts";
import { lifeOf, signedCopyOf, type Done, type LifeStep } from "./life.ts";

/** Sends requests over HTTP with so many clients at once, for so long. Each client waits for its answer. */
export type LoadQuestion = {
  address: string;
  token: string;
  clients: number;
  seconds: number;
  life: readonly LifeStep[];
};
/** Milliseconds that each request took, by what it was. */
export type LoadAnswer = { timesMs: Record<string, number[]>; elapsedMs: number; failures: string[] };

const agents = new Map<number, Agent>();

answerQuestions(
  async (question: LoadQuestion) => {
    const { clients, seconds } = question;
    const agent = agents.get(clients) ?? new Agent({ keepAlive: true, maxSockets: clients });
    agents.set(clients, agent);
    const answer: LoadAnswer = { timesMs: {}, elapsedMs: 0, failures: [] };
    if (question.life.some(({ signed }) => signed))
      for (let client = 0; client < clients; client += 1) await upload(signedCopyOf(client), question);
    const began = performance.now();
    const until = began + seconds * 1000;
    await Promise.all(
      Array.from({ length: clients }, (_, client) => client).map((client) =>
        live(client, until, agent, question, answer),
      ),
    );
    answer.elapsedMs = performance.now() - began;
    return answer;
  },
  () => Promise.resolve(),
);

async function live(
  client: number,
  until: number,
  agent: Agent,
  question: LoadQuestion,
  answer: LoadAnswer,
): Promise<void> {
  for (let turn = 0; performance.now() < until; turn += 1) {
    const life = lifeOf(question.life, { client, turn });
    for (let step = life.next(); !step.done;) {
      const { name, path, body } = step.value;
      const began = performance.now();
      const { status, text } = await post(agent, { ...question, path, body });
      (answer.timesMs[name] ??= []).push(performance.now() - began);
      if (status !== 201) {
        if (answer.failures.length < 5) answer.failures.push(`${name}: ${status} ${text.slice(0, 300)}`);
        break;
      }
      step = life.next(JSON.parse(text) as Done);
    }
  }
}

/** Before anything is measured: what the papers are issued with. */
async function upload(text: string, { address, token }: LoadQuestion): Promise<void> {
  const body = new FormData();
  body.append("file", new Blob([text]), "ban-ky.txt");
  const headers = { authorization: `Bearer ${token}` };
  const { status } = await fetch(`${address}/api/v1/attachments`, { method: "POST", headers, body });
  if (status !== 201) throw new Error(`a document was not taken: ${status}`);
}

function post(
  agent: Agent,
  { address, token, path, body }: { address: string; token: string; path: string; body: unknown },
): Promise<{ status: number; text: string }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      `${address}/api/v1${path}`,
      {
        method: "POST",
        agent,
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      },
    );
    asked.on("error", reject);
    asked.end(text);
  });
}
