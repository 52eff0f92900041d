import { z } from 'zod'
import type { ProviderPerson, ProviderSettings } from './identity-provider.ts'

/** What a provider tells of a person; a claim of another type than expected counts as absent. */
const claims = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().trim().toLowerCase().pipe(z.email()).nullable().catch(null),
  email_verified: z.boolean().nullable().catch(null),
  acr: z.string().nullable().catch(null),
  amr: z.array(z.string()).catch([]),
  // As GビズID names them: account_type 1 is an entry that nobody has checked, 2 a prime account, 3 one of its members;
  // corp_type 1 is a company, 2 a sole proprietor, whose number is none of the 法人番号.
  account_type: z.coerce.string().nullable().catch(null),
  corp_type: z.coerce.string().nullable().catch(null),
  corporate_number: z
    .string()
    .regex(/^[0-9]{13}$/)
    .nullable()
    .catch(null)
})

const isChecked = ({ account_type, corp_type }: z.infer<typeof claims>): boolean =>
  (account_type === '2' || account_type === '3') && corp_type === '1'

/**
 * Reads the claims of an ID token, with those of the UserInfo endpoint.
 * @throws ZodError without a subject
 */
export const personIn = (
  source: Readonly<Record<string, unknown>>,
  { trustsEmail, factorValues }: Pick<ProviderSettings, 'trustsEmail' | 'factorValues'>
): ProviderPerson => {
  const read = claims.parse(source)
  const { sub, email, email_verified, acr, amr, corporate_number } = read
  return {
    subject: sub,
    email,
    emailVerified: email !== null && (email_verified ?? trustsEmail),
    factorGiven: factorValues.some((value) => value === acr || amr.includes(value)),
    legalEntityNumber: isChecked(read) ? corporate_number : null
  }
}
