import type { Card, Part } from '../../src/chat/types.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { hasLedger } from '../../src/services/home/figures.ts';
import { type Member, roster } from '../../src/services/member/roster.ts';
import type { Scope } from '../../src/services/scope.ts';
import { approvalsSection } from './approvals.ts';
import { callsSection } from './calls.ts';
import { deskSection } from './desk.ts';
import { financeSection } from './finance.ts';
import { guideSection } from './guide.ts';
import { holdsSection } from './holds.ts';
import { legalSection } from './legal.ts';
import { numbersSection } from './numbers.ts';
import { plansSection } from './plans.ts';
import type { Section } from './section.ts';
import { setUpSection } from './set-up.ts';
import { startSection } from './start.ts';
import { totalsSection } from './totals.ts';

/** While a team learns, that; then what waits for somebody comes first, then what they do themselves, then what they answer for. */
const sections: readonly Section[] = [
  guideSection,
  approvalsSection,
  plansSection,
  callsSection,
  numbersSection,
  deskSection,
  holdsSection,
  legalSection,
  financeSection,
  totalsSection,
  setUpSection,
];

/** A member's own page: what their roles have to do and to know, as of now. Nobody else sees it. */
export async function homeCard(scope: Scope, person: Member): Promise<Card> {
  const people = await roster(scope);
  const shown = (await hasLedger(scope)) ? sections : [startSection, setUpSection];
  const parts: Part[][] = [];
  for (const section of shown) parts.push([...(await section(scope, person, people))]);
  return {
    title: `${person.name.split(' ', 1).join('')}’s desk · ${formatDate(scope.today)}`,
    summary: 'Your desk',
    parts: [...divided(parts.filter((found) => found.length > 0)), foot(person)],
  };
}

function divided(found: readonly (readonly Part[])[]): readonly Part[] {
  return found.flatMap((parts, n) => (n === 0 ? parts : [{ kind: 'divider' as const }, ...parts]));
}

function foot({ roles }: Member): Part {
  return { kind: 'small', text: `Only you see this page. Your roles: ${roles.join(', ')}. More: /help` };
}
