/** The part of JSON Schema that the API's description uses. */
export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema | boolean;
  prefixItems?: Schema[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  $ref?: string;
  description?: string;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
}

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: Content & { required?: boolean };
  responses?: Record<string, Content>;
}

/** An OpenAPI 3.1 description, as far as the pages need it. */
export interface DescribedApi {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

const HEAD = `// Written by bin/write-contract.ts from the API's own description: never by hand.

`;

/** TypeScript that names every operation of the API with what it takes and what it answers. */
export function contractOf(api: DescribedApi): string {
  const schemas = Object.entries(api.components?.schemas ?? {}).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema)};\n`,
  );
  // What stands beside the API (`/health` of a load balancer) no page asks.
  const paths = Object.entries(api.paths).filter(([path]) => path.startsWith("/api/v1/"));
  const operations = paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationType({ path, method, operation })),
  );
  return `${HEAD}${schemas.join("\n")}\nexport interface Operations {\n${operations.join("\n")}\n}\n`;
}

function operationType({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const name = `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, "").replaceAll(/\{(\w+)\}/g, ":$1")}`;
  const members = [
    member("params", parametersIn(operation, "path")),
    member("query", parametersIn(operation, "query")),
    member("body", bodyOf(operation)),
    `answer: ${answerOf(operation)}`,
  ].filter((text) => text !== undefined);
  return `  /** ${operation.summary ?? ""} */\n  ${JSON.stringify(name)}: { ${members.join("; ")} };`;
}

function member(name: string, type: string | undefined): string | undefined {
  return type === undefined ? undefined : `${name}: ${type}`;
}

function parametersIn({ parameters = [] }: Operation, place: string): string | undefined {
  const found = parameters.filter((parameter) => parameter.in === place);
  if (found.length === 0) return undefined;
  const members = found.map(
    ({ name, required, schema }) => `${keyOf(name)}${required ? "" : "?"}: ${typeOf(schema ?? {})}`,
  );
  return `{ ${members.join("; ")} }`;
}

function bodyOf({ requestBody }: Operation): string | undefined {
  const schema = requestBody?.content?.["application/json"]?.schema;
  return schema ? typeOf(schema) : undefined;
}

function answerOf({ responses = {} }: Operation): string {
  const good = Object.entries(responses).filter(([status]) => status.startsWith("2"));
  const types = good
    .map(([, { content }]) => content?.["application/json"]?.schema)
    .map((s) => (s ? typeOf(s) : "null"));
  return [...new Set(types)].join(" | ") || "unknown";
}

/** A type of TypeScript for a schema; `unknown` for what the schema leaves open. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "unknown";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return either(choices.map(typeOf));
  if (schema.allOf) return schema.allOf.map((part) => `(${typeOf(part)})`).join(" & ");
  if (Array.isArray(schema.type)) return either(schema.type.map((type) => typeOf({ ...schema, type })));
  return plainType(schema);
}

function plainType(schema: Schema): string {
  if (schema.type === "string") return "string";
  if (schema.type === "integer" || schema.type === "number") return "number";
  if (schema.type === "boolean") return "boolean";
  if (schema.type === "null") return "null";
  if (schema.type === "array") return arrayType(schema);
  if (schema.type === "object" || schema.properties) return objectType(schema);
  return "unknown";
}

function arrayType({ items, prefixItems }: Schema): string {
  if (prefixItems) return `[${prefixItems.map(typeOf).join(", ")}]`;
  return typeof items === "object" ? `(${typeOf(items)})[]` : "unknown[]";
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const members = Object.entries(properties).map(
    ([name, schema]) => `${keyOf(name)}${required.includes(name) ? "" : "?"}: ${typeOf(schema)}`,
  );
  const named = `{ ${members.join("; ")} }`;
  if (typeof additionalProperties !== "object") return members.length > 0 ? named : "Record<string, unknown>";
  const values = Object.keys(additionalProperties).length > 0 ? typeOf(additionalProperties) : "unknown";
  const open = `Record<string, ${members.length > 0 ? "unknown" : values}>`;
  return members.length > 0 ? `${named} & ${open}` : open;
}

function either(types: string[]): string {
  return [...new Set(types)].join(" | ");
}

function keyOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
