import type { Part } from '../../src/chat/types.ts';
import { type PlanView, planView } from '../../src/services/plan/view.ts';
import { plansToAllow } from '../../src/services/plan/waiting.ts';
import { planCard } from '../views/plan.ts';
import { count } from '../views/words.ts';
import { fileButton, isAsked } from './asked.ts';
import { heading, type Section } from './section.ts';

/** Those shown in full: the next ones move up. */
const mostShown = 3;

/** Instalment plans that wait for this person's word, each as its thread has it. */
export const plansSection: Section = async (scope, person, people) => {
  const waiting = await plansToAllow(scope, person);
  if (waiting.length === 0) return [];
  const parts: Part[] = [];
  for (const id of waiting.slice(0, mostShown)) {
    const view = await planView(scope, id);
    if (view !== undefined) parts.push(...onePlan(view, planCard(view, people, scope.today).parts));
  }
  const more = waiting.length - mostShown;
  return [
    heading(`${count(waiting.length, 'plan')} ${waiting.length === 1 ? 'waits' : 'wait'} for you to agree`),
    ...parts,
    ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more, as these are decided` }] : []),
  ];
};

function onePlan({ of }: PlanView, [first, ...rest]: readonly Part[]): readonly Part[] {
  const row: readonly Part[] =
    first?.kind === 'text' ? [{ kind: 'row', text: first.text, buttons: [fileButton(of.caseId)] }] : [];
  return [...row, ...rest.filter((part) => !isAsked(part))];
}
