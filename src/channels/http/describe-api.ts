import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { createJsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { z } from "zod";
import packageFile from "../../../package.json" with { type: "json" };
import type { Api } from "./api.ts";
import { problemSchema } from "./addresses.ts";
import type { Cookies } from "./cookies.ts";

const transform = createJsonSchemaTransform({});

/** OpenAPI 3.1 from the very schemas that check requests: `/api/openapi.json`, and to be browsed at `/api/docs`. */
export async function describeApi(api: Api, { cookies }: { cookies: Cookies }): Promise<void> {
  await api.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Hồi Âm",
        version: packageFile.version,
        description: ABOUT,
      },
      servers: [{ url: "/", description: "This server" }],
      components: {
        schemas: { Problem: z.toJSONSchema(problemSchema, { io: "input" }) as object },
        securitySchemes: {
          session: {
            type: "apiKey",
            in: "cookie",
            name: cookies.sessionName,
            description: "POST /api/v1/session sets it.",
          },
          token: { type: "http", scheme: "bearer", description: "POST /api/v1/tokens makes one." },
        },
      },
    },
    transform: (described) => {
      const { schema, url } = transform(described);
      const scope = described.route.config?.scope;
      const responses = { ...(schema.response as object | undefined), default: problemResponse };
      return {
        url,
        schema: {
          ...schema,
          ...(schema.hide ? {} : { response: responses }),
          ...(scope === undefined ? { security: [] } : { security: [{ session: [] }, { token: [] }] }),
          ...(scope === undefined
            ? {}
            : { description: `${schema.description ?? ""}\n\nScope of a token: \`${scope}\`.` }),
        },
      };
    },
    transformObject: jsonSchemaTransformObject,
  });
  await api.register(swaggerUi, {
    routePrefix: "/api/docs",
    uiConfig: { docExpansion: "none", validatorUrl: null },
    staticCSP: true,
    // Served over plain HTTP on a private network, a page whose scripts must come over HTTPS stays empty; and nothing is asked of others.
    transformStaticCSP: (policy) =>
      policy.replace(" upgrade-insecure-requests;", "").replace(" validator.swagger.io", ""),
  });
  for (const url of ["/api", "/api/"])
    api.get(url, { schema: { hide: true } }, (_request, reply) => reply.redirect("/api/docs/"));
  let described: string | undefined;
  api.get("/api/openapi.json", { schema: { hide: true } }, (_request, reply) => {
    described ??= JSON.stringify(api.swagger());
    return reply.type("application/json; charset=utf-8").serializer(String).send(described);
  });
}

const problemResponse = {
  description: "A problem (RFC 9457)",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

const ABOUT = `Complaints of a provider's customers, from the first call to the archived file.

- **Signing in**: \`POST /api/v1/session\` sets a cookie; programs send \`Authorization: Bearer <token>\`.
- **Verbs**: each verb of the procedure is a resource below a complaint. \`GET …/actions\` says which are open to you now, and why others are not.
- **Conflicts**: send the complaint's ETag back as \`If-Match\`. What a person did meanwhile comes back with 409; what clocks did meanwhile costs nobody anything.
- **Once only**: send an \`Idempotency-Key\` with every POST. It is optional, because a browser's form cannot send one, but a program that repeats a request without it does it twice.
- **Problems** come as \`application/problem+json\`, in Vietnamese and English.
- **Deputies** name the absent person in \`Hoiam-Acting-For\`.
- **Times** are instants in UTC; days (\`…On\`) are calendar days in Vietnam.`;
