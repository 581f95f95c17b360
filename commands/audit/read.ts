import { addDays, type BusinessDate } from '../../src/core/calendar/business-date.ts';
import { instantAt } from '../../src/core/calendar/zone.ts';
import { DomainError } from '../../src/core/error.ts';
import { readDate } from '../../src/core/reading/date.ts';
import type { AuditFilter } from '../../src/services/audit/list.ts';
import type { Scope } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { personMeant } from '../reading/filter.ts';
import type { People } from '../views/words.ts';

/**
 * Understands "lagerhaus", "@rita yesterday", "1 Nov to 5 Nov": people by their form, days from the end of the line,
 * and what is left is looked for in the customers' names.
 * @throws DomainError for people who are not here and days that are the wrong way round
 */
export function readAudit(context: Context, scope: Scope, people: People, text: string): AuditFilter {
  const words: string[] = [];
  let filter: AuditFilter = {};
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const person = personMeant(context, people, word);
    if (person === undefined) words.push(word);
    else filter = { ...filter, memberId: person.id };
  }
  for (let taken = 0; taken < words.length; taken += 1) {
    const days = daysOf(scope, words.slice(taken).join(' '));
    if (days !== undefined) return { ...filter, ...named(words.slice(0, taken)), ...days };
  }
  return { ...filter, ...named(words) };
}

const named = (words: readonly string[]): AuditFilter =>
  words.length === 0 ? {} : { customer: words.join(' ') };

/** A day or a range of days as instants; nothing for words that are no days. */
function daysOf(scope: Scope, text: string): AuditFilter | undefined {
  const [first = '', second, ...more] = text.split(/\s+(?:to|until|bis)\s+|\s*(?:\.\.|–)\s*/);
  const from = dayOf(scope, first);
  const last = second === undefined ? from : dayOf(scope, second);
  if (from === undefined || last === undefined || more.length > 0) return undefined;
  if (last < from)
    throw new DomainError('invalid', `${text}: ${last} is before ${from}. Write the earlier day first.`);
  const { zone } = scope.workspace;
  return { from: instantAt(zone, from, '00:00'), until: instantAt(zone, addDays(last, 1), '00:00') };
}

function dayOf({ today, workspace }: Scope, text: string): BusinessDate | undefined {
  try {
    return readDate(text, { today, order: workspace.dateOrder, looking: 'back' });
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
