import { useAnswer } from "../../api/use-answer.ts";
import { Frame } from "../../customer/frame.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { Link } from "../../customer/router.tsx";
import { useWords } from "../../words/language.ts";
import { wordsOfSubmit } from "./words.ts";

/** `/gui`: to whom. A provider's own link leads past it. */
export function Providers() {
  const words = useWords(wordsOfSubmit);
  const { data, error, refetch } = useAnswer("GET /organisations", {});
  return (
    <Frame title={words.toWhom}>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <ul className="flex flex-col gap-2">
        {data?.organisations.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={`/gui/${id}`}
              className="flex min-h-12 items-center rounded-lg border border-edge bg-surface px-4 py-2 font-medium hover:bg-sunken"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
