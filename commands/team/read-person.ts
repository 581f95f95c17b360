import type { FormValues } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { type Profile, type Role, roles } from '../../src/services/member/change.ts';
import { readCountry, readRegion, readTime, readZone } from '../../src/services/workspace/read.ts';
import type { collectErrors } from '../reading/form-values.ts';
import { textOf } from '../reading/form-values.ts';
import type { People } from '../views/words.ts';

/** A member as a form says, or undefined with what is wrong kept in `errors`. */
export function readPerson(
  values: FormValues,
  people: People,
  errors: ReturnType<typeof collectErrors>,
): Profile | undefined {
  const link = (field: string) => errors.read(field, () => memberOf(people, textOf(values, field)));
  const country = errors.read('country', () => readCountry(textOf(values, 'country')));
  const zone = errors.read('zone', () => readZone(textOf(values, 'zone')));
  const region =
    country === undefined
      ? undefined
      : errors.read('region', () => readRegion(country, textOf(values, 'region')));
  const worksFrom = errors.read('from', () => readTime(textOf(values, 'from')));
  const worksTo = errors.read('to', () => readEnd(textOf(values, 'to'), worksFrom));
  const name = errors.read('name', () => readName(textOf(values, 'name')));
  const links = { leadId: link('lead'), managerId: link('manager'), deputyId: link('deputy') };
  const chosen = errors.read('roles', () => readRoles(values['roles']));
  const active = textOf(values, 'active') !== 'no';
  const profile = { name, roles: chosen, ...links, country, region, zone, worksFrom, worksTo, active };
  return isWhole(profile) ? profile : undefined;
}

type Read = { readonly [Key in keyof Profile]: Profile[Key] | undefined };

function isWhole(read: Read): read is Profile {
  return Object.values(read).every((value) => value !== undefined);
}

/** The member of a platform user id; null for nobody. */
export function memberOf(people: People, userId: string): number | null {
  if (userId === '') return null;
  const found = [...people.values()].find((person) => person.userId === userId);
  if (found !== undefined) return found.id;
  throw new DomainError('not_found', 'This person is not in the team yet: add them first.');
}

function readName(text: string): string {
  if (text === '') throw new DomainError('invalid', 'Write the name that the team knows.');
  return text;
}

function readRoles(value: FormValues[string] | undefined): Role[] {
  const asked = typeof value === 'string' ? [value] : (value ?? []);
  const known = roles.filter((role) => asked.includes(role));
  if (known.length > 0) return known;
  throw new DomainError('invalid', 'Choose at least one role; to send somebody off, deactivate them.');
}

function readEnd(text: string, from: string | undefined): string {
  const to = readTime(text);
  if (from === undefined || from < to) return to;
  throw new DomainError('invalid', `Hours from ${from} to ${to} are empty: let them end later the same day.`);
}
