import { askEarly } from "../api/ask.ts";
import { firstRowsOf } from "../pages/work-queue/first-rows.ts";
import { lastSearch, queryOf, searchFrom } from "../pages/work-queue/queue-search.ts";

// Runs before the pages are there: asks who is signed in, and for the list that the address names.
const { pathname, search } = location;

if (pathname !== "/dang-nhap") askEarly("GET /session", {});
if (pathname === "/" || pathname === "/viec") {
  const typed = searchFrom(Object.fromEntries(new URLSearchParams(search)));
  const asked = Object.keys(typed).length === 0 ? lastSearch() : typed;
  // Words are searched when the page asks: they may be written in another way in the address.
  if (asked.search === undefined) askEarly("GET /complaints", { query: firstRowsOf(queryOf(asked)) });
}
