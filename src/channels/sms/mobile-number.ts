import { plainPhone } from "../../access/customer-identifiers.ts";

/** A Vietnamese mobile number as it is dialled inside the country (`0912345678`); undefined: none, or one that takes no SMS. */
export function mobileNumber(asWritten: string | null | undefined): string | undefined {
  const plain = plainPhone(asWritten ?? "");
  return plain !== undefined && /^0[35789]\d{8}$/.test(plain) ? plain : undefined;
}

/** `0912345678` behind the country's number, as gateways want it: `+84`, `84`, or as it is. */
export function withPrefix(mobile: string, prefix: "+84" | "84" | "0"): string {
  return `${prefix}${mobile.slice(1)}`;
}
