import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from "@cantoo/pdf-lib";
import { SignPdf } from "@signpdf/signpdf";
import { DEFAULT_BYTE_RANGE_PLACEHOLDER, Signer, SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";
import type { SealCertificate } from "./seal-certificate.ts";
import { sealSignature } from "./seal-signature.ts";

/** Room for the signature with its chain of certificates. */
const SIGNATURE_BYTES = 16_384;
/** Of a widget that is printed, and locked. */
const PRINT_AND_LOCKED = 132;
/** There are signatures, and what is changed is only appended. */
const SIGNED_AND_APPENDED = 3;

/** The PDF with the organisation's electronic seal (PAdES baseline B). From here on, any changed byte is found. */
export async function sealedPdf(
  pdf: Buffer,
  certificate: SealCertificate,
  { at, reason }: { at: string; reason: string },
): Promise<Buffer> {
  const signer = new (class extends Signer {
    override sign(content: Buffer): Promise<Buffer> {
      return Promise.resolve(sealSignature(content, certificate));
    }
  })();
  return new SignPdf().sign(await withPlace(pdf, { holder: certificate.holder, at, reason }), signer, new Date(at));
}

/** The PDF with a field for the signature, which is seen in no place on the page. Nothing else of it changes. */
async function withPlace(
  pdf: Buffer,
  { holder, at, reason }: { holder: string; at: string; reason: string },
): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, forIncrementalUpdate: true });
  const { context, catalog } = document;
  const range = PDFArray.withContext(context);
  range.push(PDFNumber.of(0));
  for (let place = 0; place < 3; place += 1) range.push(PDFName.of(DEFAULT_BYTE_RANGE_PLACEHOLDER));
  const signature = context.register(
    context.obj({
      Type: "Sig",
      Filter: "Adobe.PPKLite",
      SubFilter: SUBFILTER_ETSI_CADES_DETACHED,
      ByteRange: range,
      Contents: PDFHexString.of("0".repeat(2 * SIGNATURE_BYTES)),
      Name: PDFHexString.fromText(holder),
      Reason: PDFHexString.fromText(reason),
      M: PDFString.fromDate(new Date(at)),
    }),
  );
  const [page] = document.getPages();
  if (!page) throw new Error("a paper has a page");
  const widget = context.register(
    context.obj({
      Type: "Annot",
      Subtype: "Widget",
      FT: "Sig",
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of("Seal"),
      F: PRINT_AND_LOCKED,
      P: page.ref,
    }),
  );
  page.node.addAnnot(widget);
  catalog.set(PDFName.of("AcroForm"), context.obj({ SigFlags: SIGNED_AND_APPENDED, Fields: [widget] }));
  return Buffer.from(await document.commit({ useObjectStreams: false }));
}
