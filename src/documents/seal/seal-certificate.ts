import { createPrivateKey, X509Certificate, type KeyObject } from "node:crypto";
import forge from "node-forge";

/** With what an organisation seals its papers. */
export type SealCertificate = {
  key: KeyObject;
  /** DER; its own first, then those that it was issued under, as they stand in the file. */
  chain: Buffer[];
  certificate: X509Certificate;
  /** Whom it names: the organisation, else the common name. */
  holder: string;
  /** Instants in UTC; valid between them, both included. */
  validFrom: string;
  validTo: string;
};

/** Why a file seals nothing; the operator reads it. */
export class SealUnusable extends Error {
  override name = "SealUnusable";
}

/**
 * Reads a PKCS#12 file. Throws `SealUnusable` where it is none, the password is another, it has no private key of its certificate, or
 * the key is no RSA key of 2048 bits or more.
 */
export function readSealCertificate(content: Buffer, password: string): SealCertificate {
  const { key, certificates } = opened(content, password);
  const own = certificates.find((each) => each.checkPrivateKey(key));
  if (!own) throw new SealUnusable("it has no certificate of its private key");
  if (key.asymmetricKeyDetails?.modulusLength === undefined || key.asymmetricKeyDetails.modulusLength < 2048)
    throw new SealUnusable("its key must be an RSA key of 2048 bits or more");
  const others = certificates.filter((each) => each !== own);
  return {
    key,
    chain: [own, ...others].map(({ raw }) => raw),
    certificate: own,
    holder: holderOf(own),
    validFrom: new Date(own.validFrom).toISOString(),
    validTo: new Date(own.validTo).toISOString(),
  };
}

/** What is wrong with it at a moment; null: it seals. */
export function sealProblem({ validFrom, validTo }: SealCertificate, now: string): string | null {
  if (now < validFrom) return `it is valid only from ${validFrom}`;
  return now > validTo ? `it expired at ${validTo}` : null;
}

function opened(content: Buffer, password: string): { key: KeyObject; certificates: X509Certificate[] } {
  // Programs differ in how they write others down, and this one cannot try them all.
  if (!/^[\x20-\x7e]*$/.test(password))
    throw new SealUnusable("its password has characters beyond ASCII: export it anew");
  let container: forge.pkcs12.Pkcs12Pfx;
  try {
    const bytes = forge.util.createBuffer(content.toString("binary"));
    container = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(bytes), password);
  } catch (error) {
    const isPassword = error instanceof Error && /MAC|password|decrypt/i.test(error.message);
    throw new SealUnusable(isPassword ? "its password is another" : "it is no PKCS#12 file", { cause: error });
  }
  const { pkcs8ShroudedKeyBag: shrouded = "", keyBag = "", certBag = "" } = forge.pki.oids;
  const bags = (type: string) => container.getBags({ bagType: type })[type] ?? [];
  const found = [...bags(shrouded), ...bags(keyBag)].find((bag) => bag.key)?.key;
  if (!found) throw new SealUnusable("it has no RSA key");
  const certificates = bags(certBag).flatMap(({ cert }) =>
    cert
      ? [new X509Certificate(Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(cert)).getBytes(), "binary"))]
      : [],
  );
  return { key: createPrivateKey(forge.pki.privateKeyToPem(found)), certificates };
}

function holderOf({ subject }: X509Certificate): string {
  const named = new Map(
    subject.split("\n").map((line): [string, string] => {
      const [name = "", ...rest] = line.split("=");
      return [name, rest.join("=")];
    }),
  );
  return named.get("O") ?? named.get("CN") ?? subject.replaceAll("\n", ", ");
}
