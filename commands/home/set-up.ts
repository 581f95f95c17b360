import type { Button } from '../../src/chat/types.ts';
import { type Role, withRole } from '../../src/services/member/roster.ts';
import type { Scope } from '../../src/services/scope.ts';
import type { People } from '../views/words.ts';
import { heading, holds, line, type Section } from './section.ts';

/** What is missing to go live, for whoever can mend it. */
export const setUpSection: Section = async (scope, person, people) => {
  if (!holds(person, 'admin')) return [];
  const missing = [...settingsMissing(scope), ...rolesMissing(people)];
  const press = (label: string, action: string): Button => ({
    label,
    action: { command: 'team', action, args: {} },
  });
  return Promise.resolve([
    heading(missing.length === 0 ? 'Set-up: nothing is missing' : 'Set-up: missing to go live'),
    ...(missing.length === 0 ? [] : [line(missing.map((what) => `• ${what}`).join('\n'))]),
    { kind: 'buttons', buttons: [press('Settings', 'settings'), press('Add person', 'add')] },
  ]);
};

function settingsMissing({ workspace }: Scope): readonly string[] {
  const { creditor } = workspace;
  return [
    ...(workspace.teamChannel === null ? ['the channel where cases are shown: choose it in Settings'] : []),
    ...(workspace.ledgerCovers === null ? ['a ledger: finance drops a file of open items here'] : []),
    ...(creditor.name === undefined ? ['who letters come from: write it in Settings'] : []),
    ...(creditor.bankDetails === undefined ? ['bank details for letters: write them in Settings'] : []),
    ...(workspace.shadow ? ['a manager’s word that letters go out: shadow mode holds them back'] : []),
  ];
}

const needed: Readonly<Partial<Record<Role, string>>> = {
  rep: 'calls',
  lead: 'takes over calls that were missed',
  manager: 'approves claims',
  finance: 'imports and records cash',
};

function rolesMissing(people: People): readonly string[] {
  return Object.entries(needed).flatMap(([role, does]) =>
    withRole(people, role as Role).length > 0 ? [] : [`a ${role}, who ${does}: add a person`],
  );
}
