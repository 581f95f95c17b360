import type { Part } from '../../src/chat/types.ts';
import { guideProgress, type GuideStep, guideSteps } from '../../src/services/guide/progress.ts';
import { type Role, whoMay } from '../../src/services/member/roster.ts';
import type { Scope } from '../../src/services/scope.ts';
import { heading, line, type Section } from './section.ts';

/** The first half hour: what a team has tried, and what to try next. Gone once everything was done. */
export const guideSection: Section = async (scope, _person, people) => {
  const done = await guideProgress(scope);
  const [next, ...later] = guideSteps.filter((step) => !done.has(step));
  if (next === undefined) return [];
  return [
    heading(`Getting to know Dunwell: ${done.size} of ${guideSteps.length} done`),
    line(['→ ', { bold: titles[next] }, ` · ${whoMay(people, who[next])}\n${how(next, scope)}`]),
    ...rest('Then', later),
    ...rest(
      'Done',
      guideSteps.filter((step) => done.has(step)),
    ),
  ];
};

const titles: Readonly<Record<GuideStep, string>> = {
  owned: 'Give every customer an owner',
  called: 'Log a call',
  promised: 'Record a promise',
  missed: 'Forget a call, and see who has it then',
  paid: 'Record a payment',
  written: 'Let a letter go out',
  approved: 'Decide about a formal claim',
};

const who: Readonly<Record<GuideStep, readonly Role[]>> = {
  owned: ['lead'],
  called: ['rep'],
  promised: ['rep'],
  missed: ['lead'],
  paid: ['finance'],
  written: ['manager'],
  approved: ['manager'],
};

/** Where the clock can be moved nobody has to wait for tomorrow. */
function how(step: GuideStep, { office }: Scope): string {
  const wait = office.movableClock ? 'move the clock at the top of the page' : 'wait';
  switch (step) {
    case 'owned':
      return 'Type /assign evenly in the channel.';
    case 'called':
      return `The morning list comes at nine on a working day (${wait} until then). “No answer” is one press; “Reached” asks what was said.`;
    case 'promised':
      return 'Press Promise on a case, or type: /promise lagerhaus 4,100 fri. What is promised rests, the other invoices are still called about.';
    case 'missed':
      return `Leave a call alone until its deadline (${wait}): the owner hears of it twice before, then the lead has it, later the manager, and the ladder goes on.`;
    case 'paid':
      return 'Type for example: /payment lagerhaus 4,100. What it covers is not called about from that moment.';
    case 'written':
      return 'Nothing goes to customers at first. Press “Let letters out…” in /team; the payment demand then goes by mail, with its PDF in the thread.';
    case 'approved':
      return `Three business days after the official-letter call the claim waits in the case’s thread (${wait}). Its owner may not decide it.`;
  }
}

function rest(word: string, steps: readonly GuideStep[]): readonly Part[] {
  if (steps.length === 0) return [];
  return [{ kind: 'small', text: `${word}: ${steps.map((step) => titles[step].toLowerCase()).join(' · ')}` }];
}
