import type { Api } from "./api.ts";

/** Who may sign in to look around a demonstration. Everybody has the same password, which is no secret. */
export type Accounts = {
  password: string;
  providers: {
    organisation: string;
    name: string;
    people: { signInName: string; name: string; /** In the provider's words. */ does: string }[];
  }[];
};

/** `/api/demonstration`: who can be tried out; 404 where this is no demonstration. */
export function demonstrationRoutes(api: Api, { accounts }: { accounts: Accounts | undefined }): void {
  api.get("/api/demonstration", { schema: { hide: true } }, (_request, reply) =>
    accounts ? reply.send(accounts) : reply.callNotFound(),
  );
}
