import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { holdKinds } from '../../src/core/hold/kind.ts';
import { formatMoney, money } from '../../src/core/money.ts';
import { languages } from '../../src/letters/languages/language.ts';
import { wordings } from '../../src/letters/languages/wordings.ts';
import { lockedPage, type LockedFacts } from '../../src/letters/locked-page.ts';
import { factsWith } from './facts.ts';

const written = [
  { on: businessDate('2026-11-04'), to: 'ap@lagerhaus.test' },
  { on: businessDate('2026-11-18'), to: 'user@lagerhaus.test' },
];
const pageWith = (changes: Partial<LockedFacts>) => {
  const { creditor, recipient, invoices, date, asOf } = factsWith();
  const facts = { creditor, recipient, invoices, date, asOf, promiseFrom: date, written };
  return lockedPage({ language: 'en', held: 'service', manager: 'Max Moreau', ...facts, ...changes });
};
const each = languages.flatMap((language) => holdKinds.map((held) => ({ language, held })));

describe.each(each)('the page of a $held hold in $language', ({ language, held }) => {
  const { invoices } = factsWith();
  const sum = formatMoney(
    money(
      invoices.reduce((total, { amount }) => total + amount.amount, 0n),
      'EUR',
    ),
    language,
  );
  const page = pageWith({ language, held });

  it('says what is owed, how to pay, whom to ask and where we wrote', () => {
    expect(page.text).toContain(sum);
    for (const { number } of invoices) expect(page.text).toContain(number);
    expect(page.text).toContain('LV80');
    expect(page.text).toContain('Max Moreau');
    for (const { on, to } of written) {
      expect(page.text).toContain(to);
      expect(page.text).toContain(wordings[language].date(on));
    }
    expect(`${page.title}${page.text}`).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{| [,.;]/);
  });

  it('offers a day of payment only where that opens it, else says from when', () => {
    const promiseFrom = businessDate('2027-02-01');
    const again = pageWith({ language, held, promiseFrom }).text;
    expect(again).toContain(wordings[language].date(promiseFrom));
    expect(page.text).not.toContain(wordings[language].date(promiseFrom));
  });
});

it('each language has its own words for each kind', () => {
  expect(new Set(each.map((one) => pageWith(one).title)).size).toBe(each.length);
});
