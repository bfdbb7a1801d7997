import { z } from "zod";
import { channelTypes, roles } from "../vocabulary.ts";
import { englishSchema, idSchema, sourceSchema } from "./source.ts";

export const unitSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  fullName: z.string().optional(),
  /** The unit whose head is the superior of this one. */
  under: idSchema.optional(),
  /** May be asked for coordination. */
  coordinates: z.boolean().default(false),
  /** Outside the provider. A vulnerable consumer's complaint is not passed to it (Law 19/2023/QH15 Art. 8). */
  thirdParty: z.boolean().default(false),
  source: sourceSchema,
});
export type Unit = z.infer<typeof unitSchema>;

/** What the provider calls a role, and the unit that holds it. */
export const roleNameSchema = z.strictObject({
  role: z.enum(roles),
  unit: idSchema.optional(),
  name: z.string(),
  en: englishSchema,
  source: sourceSchema,
});
export type RoleName = z.infer<typeof roleNameSchema>;

export const channelSchema = z.strictObject({
  id: idSchema,
  type: z.enum(channelTypes),
  name: z.string(),
  en: englishSchema,
  address: z.string().optional(),
  /** What leaves by it is "in writing" (văn bản) under this procedure. */
  written: z.boolean(),
  source: sourceSchema,
});
export type Channel = z.infer<typeof channelSchema>;

/** Who may complain. `needs` names evidence of the pack (proof of representation). */
export const complainantSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  needs: z.array(idSchema).default([]),
  source: sourceSchema,
});
export type Complainant = z.infer<typeof complainantSchema>;

export const customerClassSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  en: englishSchema,
  source: sourceSchema,
});
export type CustomerClass = z.infer<typeof customerClassSchema>;
