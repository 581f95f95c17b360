import { stringify } from 'yaml';
import type { Condition } from './condition.ts';
import type { Ladder, Step } from './ladder.ts';
import { daysOf, type Offset } from './offset.ts';

/**
 * A ladder as the YAML file that `readLadderYaml` reads back as the same ladder. What every ladder has unless it says
 * otherwise is left out, so that what is special stands out.
 */
export function writeLadderYaml({ steps, ...head }: Ladder): string {
  return stringify({ ...head, steps: steps.map(stepAsWritten) }, { lineWidth: 110 });
}

/** "3 business days", "-1 business day", "14 calendar days". */
function offsetAsWritten(offset: Offset): string {
  const days = daysOf(offset);
  return `${days} ${'businessDays' in offset ? 'business' : 'calendar'} day${Math.abs(days) === 1 ? '' : 's'}`;
}

function stepAsWritten(step: Step): Record<string, unknown> {
  const { key, label, kind, anchor, offset, window, audience, when, unless, ...special } = step;
  return {
    key,
    label,
    kind,
    anchor,
    offset: offsetAsWritten(offset),
    window: `${window.from}-${window.to}`,
    ...asWritten(special, usual(step)),
    ...(sameValue(audience, { to: ['accounts payable'], copy: [] })
      ? {}
      : { audience: listsAsWritten(audience) }),
    ...(when === undefined ? {} : { when: when.map(conditionAsWritten) }),
    ...(unless === undefined ? {} : { unless: unless.map(conditionAsWritten) }),
  };
}

/** What is left out of a step of this kind. */
function usual({ kind }: Step): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'call':
    case 'visit':
      return { who: 'owner', deadline: { businessDays: 0 }, missed: 'lead' };
    case 'letter':
      return { who: 'bot' };
    case 'hold':
      return { who: 'manager' };
    case 'claim':
      return { who: 'manager', deadline: { businessDays: 10 } };
    case 'handover':
      return { who: 'legal' };
  }
}

function asWritten(
  fields: Readonly<Record<string, unknown>>,
  usually: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const told = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && !sameValue(value, usually[name]),
  );
  return Object.fromEntries(
    told.map(([name, value]) => [name, isOffset(value) ? offsetAsWritten(value) : single(value)]),
  );
}

function conditionAsWritten(condition: Condition): Record<string, unknown> {
  return listsAsWritten(condition);
}

/** A list of one is written as the one. */
function listsAsWritten(fields: object): Record<string, unknown> {
  const told = Object.entries(fields).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(told.map(([name, value]) => [name, single(value)]));
}

const single = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;

function isOffset(value: unknown): value is Offset {
  return typeof value === 'object' && value !== null && ('businessDays' in value || 'calendarDays' in value);
}

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
