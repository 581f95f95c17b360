import type { Condition } from '../../../src/core/dunning/condition.ts';
import type { Ladder, Step } from '../../../src/core/dunning/ladder.ts';
import { daysOf, type Offset } from '../../../src/core/dunning/offset.ts';
import { count } from '../words.ts';

/** "1 business day after the payment demand", "3 business days before due", "on the due day". */
export function whenWords({ anchor, offset }: Step, { steps }: Ladder): string {
  const days = daysOf(offset);
  if (typeof anchor === 'object') {
    const label = steps.find(({ key }) => key === anchor.after)?.label ?? anchor.after;
    return days === 0 ? `same day, after the ${label}` : `${daysWords(offset)} after the ${label}`;
  }
  const day = anchor === 'due' ? 'due' : 'the issue';
  if (days === 0) return anchor === 'due' ? 'on the due day' : 'on the day of issue';
  return `${daysWords(offset)} ${days < 0 ? 'before' : 'after'} ${day}`;
}

/** Who does it, and what happens when it is missed. */
export function whoWords(step: Step): string {
  switch (step.kind) {
    case 'call':
    case 'visit':
      return `${step.who}${daysOf(step.deadline) === 0 ? '' : `, has ${daysWords(step.deadline)}`}; missed: ${missedWords[step.missed]}`;
    case 'letter':
      return `goes by itself${audienceWords(step)}`;
    case 'hold':
      return `${step.hold} hold; a manager approves`;
    case 'claim':
      return `a manager approves; ${daysWords(step.deadline)} to pay from its delivery`;
    case 'handover':
      return 'a manager approves, legal takes over';
  }
}

/** For whom it is, if not for everybody; empty otherwise. */
export function conditionWords({ when, unless }: Step): string {
  const only = when === undefined ? [] : [`only for ${when.map(oneCondition).join(' or ')}`];
  const not = unless === undefined ? [] : [`not for ${unless.map(oneCondition).join(' or ')}`];
  return [...only, ...not].join('; ');
}

export const daysWords = (offset: Offset): string =>
  count(Math.abs(daysOf(offset)), 'businessDays' in offset ? 'business day' : 'calendar day');

const missedWords = { lead: 'the lead takes over', manager: 'the manager takes over', nobody: 'recorded' };

function audienceWords({ audience }: Step): string {
  const copy = audience.copy.length === 0 ? '' : `, ${audience.copy.join(' and ')} in copy`;
  return ` to ${audience.to.join(' and ')}${copy}`;
}

function oneCondition(condition: Condition): string {
  const { payerType, country, tag, contact, history, amountBelow, amountFrom } = condition;
  const any = (list: readonly string[] | undefined, before: string): readonly string[] =>
    list === undefined ? [] : [`${before}${list.join(' or ')}`];
  return [
    payerType?.join(' or ') ?? 'customers',
    ...any(country, 'in '),
    ...any(tag, 'tagged '),
    ...any(contact, 'with a contact in '),
    ...(history === undefined ? [] : [`who are ${history}`]),
    ...(amountBelow === undefined ? [] : [`for less than ${amountBelow.toLocaleString('en')}`]),
    ...(amountFrom === undefined ? [] : [`for ${amountFrom.toLocaleString('en')} or more`]),
  ].join(' ');
}
