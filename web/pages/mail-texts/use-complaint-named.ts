import { useAnswer } from "../../api/use-answer.ts";

/** The complaint of a number as somebody types it, once it is whole. */
export function useComplaintNamed(typed: string): { complaintId: string | undefined; isUnknown: boolean } {
  const number = typed.trim().toUpperCase();
  const isWhole = /^[A-Z]{2}-\d{4}-\d{6,9}$/.test(number);
  const { data } = useAnswer(
    "GET /complaints",
    { query: { search: number, open: "all", limit: 5 } },
    { enabled: isWhole },
  );
  const found = isWhole ? data?.items.find((each) => each.number === number) : undefined;
  return { complaintId: found?.complaintId, isUnknown: isWhole && data !== undefined && found === undefined };
}
