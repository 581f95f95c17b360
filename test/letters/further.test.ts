import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { holdKinds } from '../../src/core/hold/kind.ts';
import { formatMoney, money } from '../../src/core/money.ts';
import { finalNotice, secondReminder } from '../../src/letters/again.ts';
import type { LetterFacts } from '../../src/letters/facts.ts';
import { languages } from '../../src/letters/languages/language.ts';
import { wordings } from '../../src/letters/languages/wordings.ts';
import type { Letter } from '../../src/letters/letter.ts';
import {
  movedToPrepayment,
  ordersSuspended,
  restored,
  serviceHoldNotice,
  thankYou,
} from '../../src/letters/notices.ts';
import { reminder } from '../../src/letters/reminder.ts';
import { factsWith, invoice } from './facts.ts';

const before = [
  { on: businessDate('2026-11-03'), to: 'ap@lagerhaus.test' },
  { on: businessDate('2026-11-17'), to: 'ap@lagerhaus.test, user@lagerhaus.test' },
];
const promised = { amount: money(415_050n, 'EUR'), on: businessDate('2026-12-04') };

type Write = (facts: LetterFacts) => Letter;

const asking: Readonly<Record<string, Write>> = {
  'reminder of what is overdue': reminder,
  'second reminder': (facts) => secondReminder({ ...facts, before }),
  'final notice': (facts) => finalNotice({ ...facts, before }),
  'service-hold notice': (facts) => serviceHoldNotice({ ...facts, before }),
  'orders suspended': (facts) => ordersSuspended({ ...facts, before }),
  'moved to prepayment': movedToPrepayment,
};
const telling: Readonly<Record<string, Write>> = {
  'access restored': (facts) => restored('service', facts),
  'access restored against a promise': (facts) => restored('service', { ...facts, promised }),
  'orders resumed': (facts) => restored('order', facts),
  'credit restored': (facts) => restored('credit', facts),
  'moved to prepayment with nothing open': movedToPrepayment,
  'thank-you': thankYou,
};

const inEachLanguage = (kinds: Readonly<Record<string, Write>>) =>
  Object.entries(kinds).flatMap(([kind, write]) => languages.map((language) => ({ kind, language, write })));
const gaps = /undefined|\bnull\b|NaN|\[object|\$\{| {2}\p{L}| [,.;]|:\s*$/u;

describe.each(inEachLanguage(asking))('$kind in $language', ({ language, write }) => {
  it('names each invoice and the sum, and leaves no gap where a word should stand, whatever is open', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 11n }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.boolean(), (open, first) => {
        const invoices = open.map((amount, n) => invoice(`R-${n}`, amount));
        const total = open.reduce((sum, amount) => sum + amount, 0n);
        const { subject, text, html } = write(
          factsWith({ language, invoices, recipient: { name: 'Lagerhaus Nord GmbH' } }),
        );
        for (const body of [text, html]) expect(body).toContain(formatMoney(money(total, 'EUR'), language));
        for (const { number } of invoices) expect(text).toContain(number);
        expect(subject).not.toMatch(gaps);
        expect(first ? text : html).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{/);
      }),
      { numRuns: 20 },
    );
  });

  it('says how to pay and greets somebody, by name only if there is one', () => {
    const named = write(factsWith({ language }));
    const unnamed = write(factsWith({ language, recipient: { name: 'Lagerhaus Nord GmbH' } }));
    expect(named.text).toContain('IBAN LV80');
    expect(unnamed.text).toContain(wordings[language].greeting({ name: 'Lagerhaus Nord GmbH' }));
    expect(unnamed.text).not.toContain('@lagerhaus.test,\n');
  });

  it('threatens and blames nobody', () => {
    const { text } = write(factsWith({ language }));
    expect(text).not.toMatch(/immediately or|fault|refus|weiger|schuld(?!et)|rifiut|vainīg|atteic/i);
  });
});

describe.each(inEachLanguage(telling))('$kind in $language', ({ language, write }) => {
  const letter = write(factsWith({ language, invoices: [] }));

  it('asks for nothing when nothing is named', () => {
    expect(letter.text).not.toContain('IBAN');
    expect(letter.parts.some(({ kind }) => kind === 'table')).toBe(false);
  });

  it('leaves no gap where a word should stand', () => {
    for (const words of [letter.subject, letter.text]) expect(words).not.toMatch(gaps);
  });
});

describe.each(languages)('in %s', (language) => {
  const day = wordings[language].date;

  it('a service-hold notice says where each warning went and to look in the spam folder', () => {
    const { text } = serviceHoldNotice({ ...factsWith({ language }), before });
    for (const { on, to } of before) {
      expect(text).toContain(day(on));
      expect(text).toContain(to);
    }
    expect(text).toMatch(/spam/i);
    expect(serviceHoldNotice({ ...factsWith({ language }), before: [] }).text).not.toMatch(/spam/i);
  });

  it('later letters name the days of those before them, each day once', () => {
    const twice = [...before, { on: businessDate('2026-11-17'), to: 'x@y.test' }];
    for (const write of [secondReminder, finalNotice]) {
      const { text } = write({ ...factsWith({ language }), before: twice });
      expect(text).toContain(day(businessDate('2026-11-03')));
      expect(text.split(day(businessDate('2026-11-17')))).toHaveLength(2);
    }
  });

  it('what came back against a promise names its sum and its day, and each kind of hold says what is open', () => {
    const letters = holdKinds.map((held) =>
      restored(held, { ...factsWith({ language, invoices: [] }), promised }),
    );
    for (const { text } of letters) {
      expect(text).toContain(formatMoney(promised.amount, language));
      expect(text).toContain(day(promised.on));
    }
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(3);
  });

  it('nobody is thanked where we opened it without payment or promise', () => {
    const facts = factsWith({ language, invoices: [] });
    const [byUs, paid] = [restored('order', { ...facts, byUs: true }), restored('order', facts)];
    expect(byUs.text.length).toBeLessThan(paid.text.length);
  });

  it('says who has it in copy, below the closing', () => {
    const { text } = secondReminder({ ...factsWith({ language, copyTo: ['Elena Chef'] }), before });
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/: Elena Chef$/);
  });
});
