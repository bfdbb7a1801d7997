import { availableParallelism } from "node:os";
import type pg from "pg";

/** What the rows for volume are told of. */
export type Volume = {
  organisation: string;
  from: number;
  to: number;
  /** What they are pinned to; without one, to nothing that is known, and lists show ids for names. */
  editionHash?: string | undefined;
};

/** Arrivals of generated complaints: one year, rising. */
export const FIRST_ARRIVAL = 2_026_000_000_000;

/** Word 0 of the generated language stands in nearly every complaint, the last ones in one of some thousand. */
const VOCABULARY = 20_000;
/** A complaint's text is two halves of so many words, drawn from so many. */
const WORDS_HALF = 20;
const HALVES = 20_000;
/** So many words stand in every so-many-th complaint only. */
export const RARE_WORDS = 200_000;

/** The halves of texts, drawn so that some words are common and most are rare. Neighbours are terms of their own, as the program writes them. */
export async function drawTexts(admin: pg.Pool): Promise<void> {
  await admin.query("select setseed(0.42)");
  await admin.query(
    `create unlogged table bench_half as
     select half, words, array_to_tsvector(string_to_array(words, ' ')) || array_to_tsvector(pairs) as terms
     from (select half, string_agg(word, ' ' order by place) as words,
                  array_agg(distinct word || '_' || following) filter (where following is not null) as pairs
           from (select half, place, word, lead(word) over (partition by half order by place) as following
                 from (select half, place, 'w' || floor($1 * power(random(), 5))::int as word
                       from generate_series(0, $2 - 1) half, generate_series(1, $3) place) drawn) neighbours
           group by half) texts`,
    [VOCABULARY, HALVES, WORDS_HALF],
  );
  await admin.query("create unique index on bench_half (half)");
  await admin.query("analyze bench_half");
}

/** Rows with their texts, ready to be read. A long index is built quicker than kept up row by row; it ends the same. */
export async function fill(admin: pg.Pool, volume: Volume): Promise<void> {
  const { from, to } = volume;
  const isMany = to - from > 200_000;
  const { rows } = await admin.query<{ definition: string }>(
    "select pg_get_indexdef('complaint_text_terms'::regclass) as definition",
  );
  if (isMany) await admin.query("drop index complaint_text_terms");
  const batch = 50_000;
  for (let start = from; start < to; start += batch)
    await addRows(admin, { ...volume, from: start, to: Math.min(start + batch, to) });
  if (isMany) {
    await admin.query(`set max_parallel_maintenance_workers = ${availableParallelism()}`);
    await admin.query(rows[0]?.definition ?? "");
  }
  await settle(admin);
}

/**
 * Rows `from` to `to` straight into the projection tables by insert-select: for reading, only the rows count, and a million commands
 * would take half an hour. Of every twenty complaints one is open.
 */
async function addRows(admin: pg.Pool, { organisation, from, to, editionHash }: Volume): Promise<void> {
  await admin.query(
    `insert into complaint_row
     select $1, 'c' || lpad(n::text, 9, '0'), ${FIRST_ARRIVAL} + n, 'KN-2026-' || lpad(n::text, 6, '0'), 12, 'kd-qt04', $4,
            now() - n % 900 * interval '1 hour', now() - n % 900 * interval '1 hour',
            (array['phone', 'email', 'web-form', 'counter'])[1 + n % 4], 'phone',
            (array['incident', 'charges', 'business', 'service', 'other'])[1 + n / 20 % 5], 'incident', 'crm', true,
            case when n % 20 = 0 then (array['intake', 'coordination', 'reply-check', 'satisfaction'])[1 + n / 20 % 4] else 'closed' end,
            case when n % 20 = 0 then 'under-way' else 'closed' end,
            n % 20 = 0, (array['cskh', 'p-ktvt', 'bp-cuoc', 'bp-kd'])[1 + n / 20 % 4], 'person-' || n / 20 % 40,
            1, 1, case when n % 7 = 0 then array['priority'] else '{}' end, '{}', false, false,
            'customer-' || n % 200000, 'Khách hàng ' || n % 200000, repeat('mạng chậm từ hôm qua tới giờ ', 5),
            case when n % 20 = 0 then now() + (random() * 20 - 2) * interval '1 day' else 'infinity' end,
            case when n % 20 = 0 then 'clock' end, case when n % 20 = 0 then 'reply-2wd' end, 0,
            case when n % 20 <> 0 then 'satisfied' end, case when n % 20 <> 0 then now() end, null,
            array['cskh', (array['p-ktvt', 'bp-cuoc', 'bp-kd', 'p-vhdc'])[1 + n % 4]], '{}', null,
            case when n % 7 = 0 then 0 else 1 end
     from generate_series($2::bigint, $3::bigint - 1) n`,
    [organisation, from, to, editionHash ?? "0".repeat(64)],
  );
  await admin.query(
    `insert into complaint_text
     select $1, 'c' || lpad(n::text, 9, '0'), ${FIRST_ARRIVAL} + n,
            ' kn 2026 ' || n || ' | ' || one.words || ' | ' || other.words || ' r' || n % ${RARE_WORDS} || ' ',
            one.terms || other.terms
            || array_to_tsvector(array[$1 || '/' || ((${FIRST_ARRIVAL} + n) >> 11), $1 || '//' || ((${FIRST_ARRIVAL} + n) >> 17),
                                       'kn', n::text, 'r' || n % ${RARE_WORDS}])
     from (select n, floor(random() * ${HALVES})::int as half, floor(random() * ${HALVES})::int as other_half
           from generate_series($2::bigint, $3::bigint - 1) n) drawn
     join bench_half one on one.half = drawn.half
     join bench_half other on other.half = drawn.other_half`,
    [organisation, from, to],
  );
}

/** As autovacuum would have done by itself after a while. */
async function settle(admin: pg.Pool): Promise<void> {
  await admin.query("vacuum (analyze) complaint_row");
  await admin.query("vacuum (analyze) complaint_text");
  await admin.query("checkpoint");
}
