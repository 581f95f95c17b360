import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { at, caseOf, day, decide, decideA, invoice, received } from './stage.ts';

type Contact = NonNullable<CaseFacts['lastContact']>;

/** The last contact was made for another case of the same customer. */
function after(
  contact: Omit<Contact, 'caseId' | 'on'>,
  on: string,
  invoices = [invoice(1, '2026-11-02')],
): CaseFacts {
  return caseOf(invoices, { lastContact: { ...contact, on: day(on), caseId: 2 } });
}

describe('the minimum gap', () => {
  it('makes a weaker contact wait two business days, whichever case the last one was about', () => {
    const facts = after({ position: 4 }, '2026-11-03');
    expect(decide(facts, '2026-11-03 10:00')).toEqual({
      kind: 'rest',
      because: 'minimum gap',
      until: at('2026-11-05'),
      next: { step: 'payment-demand', at: at('2026-11-05 08:00') },
    });
    expect(decide(facts, '2026-11-05 08:00').kind).toBe('letter');
  });

  it('makes an equally strong contact wait too', () => {
    expect(decide(after({ position: 2 }, '2026-11-02'), '2026-11-03 10:00')).toMatchObject({
      because: 'minimum gap',
    });
  });

  it('never delays a stronger contact', () => {
    expect(decide(after({ position: 1 }, '2026-11-03'), '2026-11-03 10:00').kind).toBe('letter');
  });

  it('counts the steps of one sequence on one day as one contact', () => {
    const other = { position: 3, sequence: 'demand' };
    expect(decide(after(other, '2026-11-03'), '2026-11-03 10:00').kind).toBe('letter');
    expect(decide(after(other, '2026-11-02'), '2026-11-03 10:00')).toMatchObject({ because: 'minimum gap' });
  });

  it('lets the letter go with a call of its sequence that was raised for tomorrow', () => {
    expect(
      decide(after({ position: 3, sequence: 'demand' }, '2026-11-04'), '2026-11-03 10:00'),
    ).toMatchObject({
      because: 'minimum gap',
      until: at('2026-11-04'),
    });
  });

  it('counts business days', () => {
    const facts = after({ position: 4 }, '2026-11-06');
    expect(decide(facts, '2026-11-09 10:00')).toMatchObject({
      because: 'minimum gap',
      until: at('2026-11-10'),
    });
  });

  it('holds back a weak call even where the case is pitched high', () => {
    const invoices = [
      invoice(1, '2026-11-02', {
        received: [
          received('payment-demand', '2026-11-03', 'delivered'),
          received('pay-or-date-call', '2026-11-03'),
          received('official-letter-call', '2026-11-04'),
        ],
      }),
      invoice(2, '2026-11-05'),
    ];
    expect(decide(after({ position: 4 }, '2026-11-04', invoices), '2026-11-05 09:00')).toMatchObject({
      because: 'minimum gap',
    });
    expect(decideA('letter', after({ position: 4 }, '2026-11-04', invoices), '2026-11-06 09:00').step).toBe(
      'payment-demand',
    );
  });
});
