import type { Audience, ContactRole, Recipient } from './audience.ts';

/** Who has letters that do not say otherwise. */
export const accountsPayable: Audience = { to: ['accounts payable'], copy: [] };

/** Somebody with a mail address that works, as far as we know. */
export type Reachable = Omit<Recipient, 'how'>;

/**
 * Who gets a letter, those it is addressed to first and nobody twice: everybody of the roles it is for. When none of
 * these can be reached, whoever is known, because a letter to the wrong desk is passed on and one to nobody is not.
 * @param reachable in the order in which they became known
 */
export function recipientsOf(audience: Audience, reachable: readonly Reachable[]): readonly Recipient[] {
  const of = (roles: readonly ContactRole[]): readonly Reachable[] =>
    roles.flatMap((role) => reachable.filter((one) => one.role === role));
  const meant = of(audience.to);
  const to = meant.length > 0 ? meant : reachable.slice(0, 1);
  const copy = to.length === 0 ? [] : of(audience.copy);
  return once([
    ...to.map((one) => ({ ...one, how: 'to' as const })),
    ...copy.map((one) => ({ ...one, how: 'copy' as const })),
  ]);
}

/** Those whom it is addressed to and who have it, as far as we know. A copy delivers nothing. */
export function reachedBy(recipients: readonly Recipient[]): readonly string[] {
  return recipients.filter(({ how, refused }) => how === 'to' && refused !== true).map(({ email }) => email);
}

/** The same recipients, once a letter did not reach some addresses. */
export function withRefused(
  recipients: readonly Recipient[],
  addresses: readonly string[],
): readonly Recipient[] {
  const refused = new Set(addresses.map((address) => address.toLowerCase()));
  return recipients.map((one) => (refused.has(one.email.toLowerCase()) ? { ...one, refused: true } : one));
}

/** Roles that should have the letter, and of whom nobody gets it. */
export function missingRoles(
  { to, copy }: Audience,
  recipients: readonly Pick<Recipient, 'role'>[],
): readonly ContactRole[] {
  return [...new Set([...to, ...copy])].filter((role) => recipients.every((one) => one.role !== role));
}

/** Whether a contact's name is one: where a file gave no name, its address or number stands in the place. */
export function isName(name: string): boolean {
  return !name.includes('@') && /\p{L}/u.test(name);
}

function once(recipients: readonly Recipient[]): readonly Recipient[] {
  const addresses = recipients.map(({ email }) => email.toLowerCase());
  return recipients.filter((_, index) => addresses.indexOf(addresses[index] ?? '') === index);
}
