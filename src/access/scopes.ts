/**
 * What a token may be used for, within what its person may do.
 *
 * read         everything that the person may see
 * register     take complaints in, upload documents, keep the directory of customers
 * handle       every other verb on a complaint
 * administer   people, roles, deputies, calendars, revoking tokens; a token makes none
 */
export const scopes = ["read", "register", "handle", "administer"] as const;
export type Scope = (typeof scopes)[number];
