import { z } from "zod";
import { byOrganisation } from "./config-by-organisation.ts";

/** Files of the certificates with which papers are sealed, by organisation; `*` for all others. Absolute paths. */
export type SealConfig = Record<string, { certificateFile: string; passwordFile: string }>;

const files = z
  .string()
  .transform(byOrganisation)
  .refine((found) => Object.values(found).every((each) => each !== ""), {
    error: "must be a file for all, or one for each organisation: vntt=/etc/hoiam/vntt.p12, dcnet=/etc/hoiam/dcnet.p12",
  })
  .optional();

/** Its part of the environment. */
export const sealEnvironment = { HOIAM_SEAL_CERTIFICATE: files, HOIAM_SEAL_PASSWORD_FILE: files };

type Values = z.infer<z.ZodObject<typeof sealEnvironment>>;

/** What does not go together, one line each. */
export function sealProblems(set: Record<string, string | undefined>): string[] {
  const parsed = z.object(sealEnvironment).safeParse(set);
  if (!parsed.success) return [];
  const { HOIAM_SEAL_CERTIFICATE: certificates = {}, HOIAM_SEAL_PASSWORD_FILE: passwords = {} } = parsed.data;
  const lonely = Object.keys(certificates).filter(
    (each) => passwords[each] === undefined && passwords["*"] === undefined,
  );
  return [
    ...lonely.map(
      (each) => `HOIAM_SEAL_PASSWORD_FILE is needed for the certificate ${each === "*" ? "" : `of ${each} `}too`,
    ),
    ...(Object.keys(passwords).length > 0 && Object.keys(certificates).length === 0
      ? ["HOIAM_SEAL_PASSWORD_FILE needs HOIAM_SEAL_CERTIFICATE beside it"]
      : []),
  ];
}

/** @param absolute makes the path of a file absolute */
export function sealConfigOf(values: Values, absolute: (path: string) => string): SealConfig {
  const { HOIAM_SEAL_CERTIFICATE: certificates = {}, HOIAM_SEAL_PASSWORD_FILE: passwords = {} } = values;
  return Object.fromEntries(
    Object.entries(certificates).map(([organisation, certificate]) => {
      const password = passwords[organisation] ?? passwords["*"] ?? "";
      return [organisation, { certificateFile: absolute(certificate), passwordFile: absolute(password) }];
    }),
  );
}
