import { describe, expect, it } from 'vitest';
import { readLadderYaml } from '../../../src/core/dunning/read-ladder-yaml.ts';

const good = `
name: short
version: 1
minimumGapBusinessDays: 2
steps:
  - key: reminder
    label: reminder
    kind: letter
    letter: reminder
    anchor: due
    offset: 2 weeks
    window: 09:00-17:00
  - key: visit
    label: visit
    kind: visit
    who: lead
    anchor: { after: reminder }
    offset: 3 business days
    window: { from: '10:00', to: '16:00' }
    unless: { payerType: small business }
  - key: call
    label: last call
    kind: call
    anchor: { after: reminder }
    offset: 10 business days
    window: 10:00-16:00
`;

/** What is refused about the file with one of its texts replaced. */
const refused = (...changes: readonly (readonly [string, string])[]): string => {
  const text = changes.reduce((so, [from, to]) => so.replace(from, to), good);
  try {
    readLadderYaml(text);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  throw new Error('nothing is refused');
};

describe('a ladder as YAML', () => {
  it('is read, with what is left out as usual', () => {
    expect(readLadderYaml(good).steps).toMatchObject([
      { key: 'reminder', who: 'bot', offset: { calendarDays: 14 }, audience: { to: ['accounts payable'] } },
      {
        key: 'visit',
        who: 'lead',
        offset: { businessDays: 3 },
        deadline: { businessDays: 0 },
        missed: 'lead',
        unless: [{ payerType: ['small business'] }],
      },
      { key: 'call' },
    ]);
  });

  it('is refused with line and field, all faults at once', () => {
    expect(
      refused(['2 weeks', 'soon'], ['letter: reminder', 'letter: remainder'], ['who: lead', 'whom: lead']),
    ).toBe(
      [
        'This ladder has 3 faults:',
        'line 9, step 1, letter: "remainder" is none: write one of reminder, payment demand, second reminder, final notice, service-hold notice',
        'line 11, step 1, offset: "soon" is none: write for example "3 business days", "14 calendar days" or "2 weeks"',
        'line 16, step 2, whom: there is no such field here: leave it out',
      ].join('\n'),
    );
  });

  it('points at what lacks a field', () => {
    expect(refused(['    offset: 2 weeks\n', ''])).toContain('line 6, step 1, offset: is missing: write for');
  });

  it('points at what cannot be parsed', () => {
    expect(refused(['name: short', 'name: [short'])).toMatch(/line \d+: /);
  });

  it.each([
    ['kind: visit', 'kind: mail', 'line 15, step 2, kind: "mail" is no kind of step: write one of call'],
    ['09:00-17:00', '9-17', 'line 12, step 1, window, from: must be a time such as 09:30'],
    ['anchor: due', 'anchor: dew', 'line 10, step 1, anchor: "dew" is nothing to count from'],
    ['small business', 'tiny', 'line 20, step 2, unless 1, payerType 1: "tiny" is none: write one of large'],
    ['Days: 2', 'Days: two', 'line 4, minimumGapBusinessDays: "two" is none: write a whole number from 0'],
    ['after: reminder', 'after: visit', 'line 17, step 2, anchor: it counts from itself (visit after visit)'],
  ])('%s → %s', (from, to, says) => {
    expect(refused([from, to])).toContain(says);
  });
});
