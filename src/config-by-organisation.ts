/** One value for all, under `*`, or one for each organisation: `vntt=khieunai@example.vn, dcnet=cskh@example.net`. */
export function byOrganisation(text: string): Record<string, string> {
  return Object.fromEntries(text.split(",").map((each) => pairIn(each.trim())));
}

function pairIn(text: string): [string, string] {
  const [, organisation, own] = /^([a-z0-9][a-z0-9-]*)=(.*)$/.exec(text) ?? [];
  return organisation === undefined ? ["*", text] : [organisation, (own ?? "").trim()];
}
