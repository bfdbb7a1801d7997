import { BigButton } from "../../customer/parts/big-button.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
import { useWords } from "../../words/language.ts";
import { Section } from "./section.tsx";
import { useCustomerDeed, type Tracked } from "./use-customer-deed.ts";
import { wordsOfOutsideWays, wordsOfTrack } from "./words.ts";

/** Where to turn outside: as the provider told it, else the ways of the law that the complaint runs under. */
export function Elsewhere({ code, tracked }: { code: string; tracked: Tracked }) {
  const words = useWords(wordsOfTrack);
  const ways = useWords(wordsOfOutsideWays);
  const asking = useCustomerDeed("POST /public/complaints/:code/negotiations", code);
  const { elsewhere, outsideWays, may } = tracked;
  const places = elsewhere.length > 0 ? elsewhere : outsideWays.map((way) => ways[way]);
  if (places.length === 0) return null;
  return (
    <Section title={words.elsewhere}>
      <p>{words.elsewhereIntro}</p>
      <ul className="list-disc pl-6">
        {places.map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
      {may.negotiation && (
        <div className="mt-4">
          {asking.error && <Trouble error={asking.error} />}
          <BigButton
            look="plain"
            isBusy={asking.isPending}
            onClick={() => asking.mutate({ parts: { params: { code }, body: {} } })}
          >
            {words.negotiate}
          </BigButton>
          <p className="mt-1 text-base text-ink-2">{words.negotiateHint}</p>
        </div>
      )}
    </Section>
  );
}
