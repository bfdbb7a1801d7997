import { createHash, sign } from "node:crypto";
import forge from "node-forge";
import type { SealCertificate } from "./seal-certificate.ts";

const { asn1 } = forge;
const { Class, Type } = asn1;

const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  rsa: "1.2.840.113549.1.1.1",
} as const;

/**
 * The signature of a PDF as PAdES baseline B wants it (ETSI EN 319 142-1): CMS, detached, with the hash of the certificate among what
 * is signed, and no time but that in the PDF.
 *
 * @param content the bytes of the PDF that are signed
 * @returns DER
 */
export function sealSignature(content: Buffer, { key, chain, certificate }: SealCertificate): Buffer {
  const signed = [
    attribute(oids.contentType, objectId(oids.data)),
    attribute(oids.messageDigest, octets(sha256(content))),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(sha256(certificate.raw)))))),
  ]
    .map(der)
    // DER orders the members of a set by their bytes.
    .toSorted((one, other) => Buffer.compare(one, other));
  const signature = sign("sha256", der(set(signed.map(parsed))), key);
  const { issuer, serial } = issuedBy(certificate.raw);
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    algorithm(oids.sha256),
    tagged(0, signed.map(parsed)),
    algorithm(oids.rsa),
    octets(signature),
  );
  const body = sequence(
    integer(1),
    set([algorithm(oids.sha256)]),
    sequence(objectId(oids.data)),
    tagged(0, chain.map(parsed)),
    set([signer]),
  );
  return der(sequence(objectId(oids.signedData), tagged(0, [body])));
}

/** Who issued a certificate and its number there, as they stand in it. */
function issuedBy(raw: Buffer): { issuer: forge.asn1.Asn1; serial: forge.asn1.Asn1 } {
  const [body] = parsed(raw).value as forge.asn1.Asn1[];
  const fields = (body?.value ?? []) as forge.asn1.Asn1[];
  // The version stands first where there is one, and there is one in every certificate of today.
  const [serial, , issuer] = fields[0]?.tagClass === Class.CONTEXT_SPECIFIC ? fields.slice(1) : fields;
  if (!serial || !issuer) throw new Error("a certificate has an issuer and a number");
  return { issuer, serial };
}

const sha256 = (content: Buffer) => createHash("sha256").update(content).digest();
const node = (type: forge.asn1.Type, isConstructed: boolean, value: string | forge.asn1.Asn1[]) =>
  asn1.create(Class.UNIVERSAL, type, isConstructed, value);
const sequence = (...parts: forge.asn1.Asn1[]) => node(Type.SEQUENCE, true, parts);
const set = (parts: forge.asn1.Asn1[]) => node(Type.SET, true, parts);
const octets = (bytes: Buffer) => node(Type.OCTETSTRING, false, bytes.toString("binary"));
const integer = (value: number) => node(Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const objectId = (oid: string) => node(Type.OID, false, asn1.oidToDer(oid).getBytes());
const algorithm = (oid: string) => sequence(objectId(oid), node(Type.NULL, false, ""));
const attribute = (oid: string, value: forge.asn1.Asn1) => sequence(objectId(oid), set([value]));
const tagged = (tag: number, parts: forge.asn1.Asn1[]) => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, parts);
const der = (value: forge.asn1.Asn1) => Buffer.from(asn1.toDer(value).getBytes(), "binary");
const parsed = (bytes: Buffer) => asn1.fromDer(forge.util.createBuffer(bytes.toString("binary")));
