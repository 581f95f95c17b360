import type { Part, Text } from '../../src/chat/types.ts';
import type { Member, Role } from '../../src/services/member/roster.ts';
import type { Scope } from '../../src/services/scope.ts';
import type { People } from '../views/words.ts';

/** A piece of Home; nothing for whoever it does not concern. */
export type Section = (scope: Scope, person: Member, people: People) => Promise<readonly Part[]>;

export const holds = (person: Member, ...roles: readonly Role[]): boolean =>
  roles.some((role) => person.roles.includes(role));

export const heading = (text: string): Part => ({ kind: 'text', text: [{ bold: text }] });

export const line = (text: Text): Part => ({ kind: 'text', text });
