// `node bin/write-template-fields.ts`: writes docs/word-templates.md, the fields that a provider's own Word template may name.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fieldsDocument } from "../src/documents/word/fields-document.ts";

writeFileSync(join(import.meta.dirname, "../docs/word-templates.md"), fieldsDocument());
