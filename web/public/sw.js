// Opens the pages when the network is gone. It keeps files of the program only: what the server answers to anybody is never kept
// here. It knows no version: a page that was loaded says that its files are to be kept, and those of the version before go.
"use strict";

/** The two documents of the pages, by an address that the server answers with them. */
const DOCUMENTS = { staff: "/", customer: "/gui" };
const CUSTOMER_PAGES = /^\/(gui|tra-cuu|tra-loi|xac-nhan|quy-trinh-cong-khai)(\/|$)/;
const NO_PAGES = /^\/(api|health|problems)(\/|$)/;
/** Files that keep their names from version to version. */
const CONSTANT = ["/theme.js", "/icon.svg"];
/** A network that has not answered by then is as good as gone, where the page is at hand. */
const ANSWER_MS_MAX = 5000;

addEventListener("install", (event) => {
  event.waitUntil(skipWaiting());
  // Where the browser can: files are looked up without starting this program for each.
  if (event.addRoutes) {
    event.waitUntil(
      event.addRoutes([
        { condition: { urlPattern: "/api/*" }, source: "network" },
        { condition: { urlPattern: "/assets/*" }, source: "cache" },
      ]),
    );
  }
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()]));
});

addEventListener("message", (event) => {
  const name = event.data?.keepPagesOf;
  if (Object.hasOwn(DOCUMENTS, name)) event.waitUntil(keepPages(name));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || NO_PAGES.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(documentAt(pathname, event));
  else if (pathname.startsWith("/assets/")) event.respondWith(keptFirst(request));
  else if (CONSTANT.includes(pathname)) event.respondWith(networkFirst(request));
});

/** The server's own document, or the one that was kept while the server cannot be reached. */
async function documentAt(pathname, event) {
  const asked = (async () => (await event.preloadResponse) ?? fetch(event.request))();
  const address = CUSTOMER_PAGES.test(pathname) ? DOCUMENTS.customer : DOCUMENTS.staff;
  const kept = await caches.match(address);
  if (!kept) return asked;
  const late = new Promise((resolve) => setTimeout(() => resolve(undefined), ANSWER_MS_MAX));
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  return answer && answer.status < 500 ? answer : kept;
}

async function keptFirst(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function networkFirst(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(request);
    if (kept) return kept;
    throw error;
  }
}

/** Keeps all files of one of the two documents, then the document itself: what is kept always fits together. */
async function keepPages(name) {
  const address = DOCUMENTS[name];
  const [list, page] = await Promise.all([
    fetch("/files.json", { cache: "no-cache" }),
    fetch(address, { cache: "no-cache", headers: { accept: "text/html" } }),
  ]);
  if (!list.ok || !page.ok) return;
  const files = (await list.json())[name];
  // While newer pages are put in place, the two may be of different makes; the next visit tries again.
  const named = (await page.clone().text()).match(/\/assets\/[\w.-]+/g) ?? [];
  if (named.some((file) => !files.includes(file))) return;
  const cache = await caches.open(`pages-${name}`);
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll([...files.filter((file) => !known.has(file)), ...CONSTANT]);
  await cache.put(address, page);
  const wanted = new Set([...files, ...CONSTANT, address]);
  await Promise.all([...known].filter((file) => !wanted.has(file)).map((file) => cache.delete(file)));
}
