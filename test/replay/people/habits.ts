import { nextDay } from '../oracle/days.ts';
import type { Dice } from './dice.ts';
import type { Fields } from './hands.ts';

/** What somebody presses, and what they type into the form that opens. */
export interface Deed {
  readonly press: string;
  readonly fields?: Fields;
}

/** What a person makes of a row that waits for them, by what it offers; nothing for what is not theirs to do. */
export function deedFor(
  offers: readonly string[],
  dice: Dice,
  about: string,
  today: string,
): Deed | undefined {
  const throws = (what: string): number => dice.roll(about, what);
  if (offers.includes('Reached…')) return call(dice, about, today);
  if (offers.includes('Record delivery'))
    return { press: 'Record delivery', fields: { 'Delivered on': 'today', Proof: 'RR 123 456 789 US' } };
  if (offers.includes('Done')) return { press: 'Done' };
  if (offers.includes('Answer…')) return answer(throws('verdict'));
  if (offers.includes('Book credit note')) return { press: 'Our books have it' };
  if (offers.includes('It arrived')) return { press: 'It arrived' };
  return undefined;
}

/** Of ten calls four reach nobody; of those that reach somebody a third end with a promise, good or bad. */
function call(dice: Dice, about: string, today: string): Deed {
  const reach = dice.roll(about, 'reach');
  if (reach < 0.25) return { press: 'No answer' };
  if (reach < 0.37) return { press: 'Voicemail' };
  if (reach < 0.4) return { press: 'Wrong number' };
  const spoke = { 'Who did you speak with?': 'Accounts payable' };
  const on = (least: number, most: number): string =>
    later(today, least + Math.floor(dice.roll(about, 'day') * (most - least + 1)));
  const agreed = dice.roll(about, 'agreed');
  if (agreed < 0.35) return reached({ ...spoke, ...promised(on(1, 12)) });
  if (agreed < 0.5)
    return reached({
      ...spoke,
      'What was said?': 'Call me again',
      'What comes next?': 'We call back',
      'When?': `${on(1, 4)} 14:00`,
    });
  if (agreed < 0.6)
    return reached({
      ...spoke,
      'What was said?': 'We need the delivery note',
      'What comes next?': 'We owe them something',
      'When?': on(1, 5),
      'What do we owe them, or what is wrong?': 'the signed delivery note',
    });
  return reached({
    ...spoke,
    'What was said?': 'It is with the director',
    'What comes next?': 'Nothing was agreed',
  });
}

const reached = (fields: Fields): Deed => ({ press: 'Reached…', fields });

const promised = (day: string): Fields => ({
  'What was said?': 'You will have it',
  'What comes next?': 'They promised to pay',
  'When?': day,
});

function answer(verdict: number): Deed {
  const said = verdict < 0.7 ? 'No' : 'Yes';
  return {
    press: 'Answer…',
    fields: { 'Are they right?': said, 'What do we tell them?': 'We looked into it' },
  };
}

const later = (day: string, days: number): string => nextDay(day, days);

/** Managers approve four claims of five, and look at the others again after a week. */
export function verdictOn(dice: Dice, about: string): Deed {
  if (dice.roll(about, 'verdict') < 0.8) return { press: 'Approve' };
  return { press: 'Refuse…', fields: { 'Why not?': 'A good customer', 'Look again on': '+5' } };
}
