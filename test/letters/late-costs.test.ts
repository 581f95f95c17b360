import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { money } from '../../src/core/money.ts';
import type { LateFacts } from '../../src/letters/facts.ts';
import { formalClaim } from '../../src/letters/formal-claim.ts';
import { languages } from '../../src/letters/languages/language.ts';
import { paymentDemand } from '../../src/letters/payment-demand.ts';
import { factsWith } from './facts.ts';

const claimDays = { demandedOn: businessDate('2026-11-05'), deadline: businessDate('2026-12-08') };

const period = {
  from: businessDate('2026-11-19'),
  to: businessDate('2026-11-24'),
  days: 6,
  principal: money(830_000n, 'EUR'),
  rate: 102_700,
};
const late: LateFacts = {
  basis: 'DE',
  through: businessDate('2026-11-24'),
  invoices: [
    { number: '4711', interest: money(1_401n, 'EUR'), fixedSum: money(4_000n, 'EUR'), periods: [period] },
    { number: '4712', interest: money(692n, 'EUR'), fixedSum: money(4_000n, 'EUR'), periods: [period] },
  ],
};

describe.each(languages)('costs of late payment in %s', (language) => {
  const facts = { ...factsWith({ language }), late };
  const decimal = language === 'en' ? '.' : ',';

  it('stand in a demand as interest, its rate and the fixed sums, apart from what is asked for', () => {
    const { text } = paymentDemand(facts);
    expect(text).toContain(`10${decimal}27 %`);
    expect(text).toContain(`20${decimal}93`);
    expect(text).toContain(`80${decimal}00`);
    expect(text).toContain('288');
    expect(text).toMatch(language === 'en' ? /12,400\.00/ : /12[.\s ]?400,00/);
  });

  it('stand in a claim with the sheet behind them: days, rate and sums of each invoice', () => {
    const { parts, text } = formalClaim({ ...facts, ...claimDays });
    const sheet = parts.filter((part) => part.kind === 'table').at(-1);
    expect(sheet?.rows).toHaveLength(2);
    expect(sheet?.rows[0]?.slice(3)).toEqual(['6', expect.stringContaining('300'), `10${decimal}27 %`]);
    expect(sheet?.totals).toHaveLength(5);
    expect(sheet?.totals.at(-1)?.sum).toContain(`100${decimal}93`);
    expect(text).toContain(`100${decimal}93`);
  });

  it('are in general words where there is no figure', () => {
    const { text } = paymentDemand(factsWith({ language }));
    expect(text).not.toContain('288');
    expect(text).not.toContain('undefined');
  });
});

describe('costs of late payment', () => {
  it('name each rate once, and only those costs that there are', () => {
    const other = { ...period, rate: 132_500 };
    const invoices = [
      { number: '4711', interest: money(100n, 'GBP'), periods: [period, other] },
      { number: '4712', interest: money(100n, 'GBP'), periods: [other] },
    ];
    const { text } = paymentDemand({ ...factsWith(), late: { ...late, basis: 'GB', invoices } });
    expect(text).toContain('interest of 13.25 % a year (£2.00 up to 24 November 2026).');
    expect(text).not.toContain('costs of recovery');
  });

  it('are a fixed sum alone when a contract asks for no interest', () => {
    const invoices = [
      { number: '4711', interest: money(0n, 'EUR'), fixedSum: money(2_500n, 'EUR'), periods: [] },
    ];
    const { text } = paymentDemand({ ...factsWith(), late: { ...late, basis: 'contract', invoices } });
    expect(text).toContain(
      'our contract provides for fixed compensation of €25.00 for the costs of recovery.',
    );
  });

  it('keep sums of different currencies apart', () => {
    const invoices = [
      { number: '4711', interest: money(100n, 'USD'), fixedSum: money(4_000n, 'EUR'), periods: [period] },
    ];
    const { text } = formalClaim({ ...factsWith(), ...claimDays, late: { ...late, invoices } });
    expect(text).toContain('€40.00 and $1.00');
  });
});
