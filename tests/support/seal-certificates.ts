import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import forge from "node-forge";

/** Of every certificate that is made here. */
export const SEAL_PASSWORD = "mat-khau-cua-dau";

const DAY_MS = 86_400_000;

/** Key and certificate, self-made, as PEM. Valid from yesterday, until `days` from now. */
function selfMade({ days = 30, bits = 2048 }: { days?: number; bits?: number }): { key: string; certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: bits,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = "0a";
  certificate.validity.notBefore = new Date(Date.now() - DAY_MS);
  certificate.validity.notAfter = new Date(Date.now() + days * DAY_MS);
  // Its types take the tag of a value for a class of tags.
  const valueTagClass = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class;
  const names = [
    { name: "organizationName", value: "Công ty Cổ phần Thử nghiệm", valueTagClass },
    { name: "commonName", value: "Dấu điện tử", valueTagClass },
  ];
  certificate.setSubject(names);
  certificate.setIssuer(names);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return { key: privateKey, certificate: forge.pki.certificateToPem(certificate) };
}

/** A certificate with its key as a PKCS#12 file. */
export function sealFile(wanted: { days?: number; bits?: number } = {}): Buffer {
  const { key, certificate } = selfMade(wanted);
  const chain = [forge.pki.certificateFromPem(certificate)];
  const container = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), chain, SEAL_PASSWORD, {
    algorithm: "aes256",
  });
  return Buffer.from(forge.asn1.toDer(container).getBytes(), "binary");
}

/** The same as openssl writes it; undefined where this machine has none. */
export function sealFileOfOpenssl(): Buffer | undefined {
  const folder = mkdtempSync(join(tmpdir(), "hoiam-seal-"));
  const { key, certificate } = selfMade({});
  const [keyFile, certificateFile, out] = ["key", "cert", "p12"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(keyFile, key);
  writeFileSync(certificateFile, certificate);
  try {
    const files = ["-inkey", keyFile, "-in", certificateFile, "-out", out];
    execFileSync("openssl", ["pkcs12", "-export", ...files, "-passout", `pass:${SEAL_PASSWORD}`], { stdio: "pipe" });
    return readFileSync(out);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
