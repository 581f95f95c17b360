import { describe, expect, it } from 'vitest';
import { approve, at, caseOf, day, decide, decideA, invoice, settle } from './stage.ts';

/** Every action from `start` on, when nobody pays and nobody closes a call: "when what". */
function walk(dueOn: string, start: string, end: string): readonly string[] {
  let facts = caseOf([invoice(1, dueOn)]);
  const seen: string[] = [];
  for (let now: Date | undefined = at(start); now !== undefined && now < at(end);) {
    const settled = settle(facts, now);
    facts = settled.facts;
    const when = now.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(0, 16);
    seen.push(...settled.did.map(({ decision }) => `${when} ${decision.kind} ${decision.step}`));
    const claim = settled.did.find(({ decision }) => decision.kind === 'claim');
    if (claim !== undefined) facts = approve(facts, claim.decision.receives, day(when.slice(0, 10)));
    now = claim === undefined ? settled.rest.until : at('2026-11-09 12:00');
  }
  return seen;
}

describe('the standard ladder', () => {
  it('rises on its days from the friendly call to the hand-over while nobody pays', () => {
    expect(walk('2026-11-02', '2026-10-20', '2026-12-31')).toEqual([
      '2026-10-28 00:00 call friendly-call',
      '2026-11-02 00:00 call due-day-call',
      '2026-11-03 08:00 letter payment-demand',
      '2026-11-03 08:00 call pay-or-date-call',
      '2026-11-04 00:00 call official-letter-call',
      '2026-11-09 10:00 claim formal-claim',
      '2026-11-23 10:00 handover legal-handover',
    ]);
  });

  it('counts from the effective due date, so a Sunday does not pile its steps onto Monday', () => {
    expect(walk('2026-11-01', '2026-10-20', '2026-11-04')).toEqual(
      walk('2026-11-02', '2026-10-20', '2026-11-04'),
    );
  });

  it('calls on the due day between 12:00 and 14:00', () => {
    const call = decideA('call', caseOf([invoice(1, '2026-11-02')]), '2026-11-02 00:00');
    expect(call.due).toEqual(at('2026-11-02 12:00'));
    expect(call.deadline).toEqual(at('2026-11-02 14:00'));
  });

  it('lets a backlog enter at the payment demand, whatever its age', () => {
    expect(decide(caseOf([invoice(1, '2025-03-03')]), '2026-11-04 09:00')).toMatchObject({
      kind: 'letter',
      step: 'payment-demand',
      how: 'send',
    });
  });
});
