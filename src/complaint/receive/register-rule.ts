import { refuse } from "../refusal.ts";
import { verbRule } from "../verb-rule.ts";
import { registerFields } from "./register.ts";

/** The table's entry for registering; `decide` calls `register` itself, for there is no complaint yet to ask. */
export const registerRule = verbRule({
  verb: "register",
  fields: registerFields,
  conflictsWith: [],
  allowed: () => refuse("already-registered"),
  decide: () => refuse("already-registered"),
});
