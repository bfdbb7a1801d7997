import { readSealCertificate, sealProblem, SealUnusable, type SealCertificate } from "./seal-certificate.ts";
import { sealedPdf } from "./seal-pdf.ts";

/** The electronic seals of the organisations that have one. */
export type Seals = {
  /** The PDF sealed, and whom the certificate names; null: this organisation has no seal. Throws `SealUnusable` where it is not valid then. */
  seal(organisation: string, pdf: Buffer, at: string): Promise<{ pdf: Buffer; sealedBy: string } | null>;
  /** One line for each seal, for the operator. */
  inWords(): string[];
};

/** `*` for all others. Throws `SealUnusable`, with whose it is, where one of them seals nothing now. */
export function sealsOf(files: Record<string, { content: Buffer; password: string }>, now: string): Seals {
  const certificates = new Map<string, SealCertificate>();
  for (const [organisation, { content, password }] of Object.entries(files)) {
    const whose = organisation === "*" ? "The seal's certificate" : `The seal's certificate of ${organisation}`;
    try {
      const certificate = readSealCertificate(content, password);
      const wrong = sealProblem(certificate, now);
      if (wrong !== null) throw new SealUnusable(wrong);
      certificates.set(organisation, certificate);
    } catch (error) {
      if (error instanceof SealUnusable)
        throw new SealUnusable(`${whose} cannot be used: ${error.message}`, { cause: error });
      throw error;
    }
  }
  return {
    async seal(organisation, pdf, at) {
      const certificate = certificates.get(organisation) ?? certificates.get("*");
      if (!certificate) return null;
      const wrong = sealProblem(certificate, at);
      if (wrong !== null) throw new SealUnusable(wrong);
      return {
        pdf: await sealedPdf(pdf, certificate, { at, reason: "Phát hành văn bản" }),
        sealedBy: certificate.holder,
      };
    },
    inWords: () =>
      [...certificates].map(
        ([organisation, { holder, validTo }]) =>
          `${organisation === "*" ? "all organisations" : organisation}: ${holder}, valid to ${validTo.slice(0, 10)}`,
      ),
  };
}
