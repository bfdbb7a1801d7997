import "./stamp-label.css";
import { useSession } from "../../staff/session.ts";
import { formatDay } from "../../words/format.ts";
import { numberOf, type Letter } from "./letter.ts";

/** The stamp of arrival as NĐ 30/2020 shows it, for a label of 60 × 40 mm: in Vietnamese whatever the pages speak. */
export function StampLabel({ letter }: { letter: Letter }) {
  const { provider } = useSession();
  const { receivedAt, unitName } = letter;
  return (
    <section
      lang="vi"
      aria-label="Dấu ĐẾN"
      className="stamp-label self-start border-2 border-ink bg-surface p-3 text-ink"
    >
      <p className="text-center text-sm font-semibold uppercase">{provider.shortName}</p>
      <div className="mt-1 grid grid-cols-[auto_1fr] items-center gap-x-3 border-t border-ink pt-1">
        <p className="row-span-3 pr-3 text-2xl font-semibold">ĐẾN</p>
        <p>
          Số: <strong className="font-semibold">{numberOf(letter)}</strong>
        </p>
        <p>Ngày: {formatDay(receivedAt).replace(/^\S+ /, "")}</p>
        <p>Chuyển: {unitName ?? "……………"}</p>
      </div>
    </section>
  );
}
