import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { DomainError } from '../../src/core/error.ts';
import { formatMoney, money } from '../../src/core/money.ts';
import type { LetterFacts } from '../../src/letters/facts.ts';
import { formalClaim } from '../../src/letters/formal-claim.ts';
import { type Language, languages, letterLanguage } from '../../src/letters/languages/language.ts';
import type { Letter } from '../../src/letters/letter.ts';
import { paymentDemand } from '../../src/letters/payment-demand.ts';
import { reminder } from '../../src/letters/reminder.ts';
import { factsWith, invoice } from './facts.ts';

const claimDays = { demandedOn: businessDate('2026-11-05'), deadline: businessDate('2026-12-08') };
const payBy = businessDate('2026-11-27');

const kinds: Readonly<Record<string, (facts: LetterFacts) => Letter>> = {
  reminder,
  'payment demand': paymentDemand,
  'payment demand with a day': (facts) => paymentDemand({ ...facts, payBy }),
  'formal claim': (facts) => formalClaim({ ...facts, ...claimDays }),
};
const everyLetter = Object.entries(kinds).flatMap(([kind, write]) =>
  languages.map((language): [string, Language, (facts: LetterFacts) => Letter] => [kind, language, write]),
);

const days: Readonly<Record<Language, (day: string) => string>> = {
  en: (day) =>
    ({
      '2026-11-23': '23 November 2026',
      '2026-11-05': '5 November 2026',
      '2026-12-08': '8 December 2026',
      '2026-11-27': '27 November 2026',
    })[day] ?? '',
  de: (day) => day.split('-').reverse().join('.'),
  it: (day) => day.split('-').reverse().join('/'),
  lv: (day) => day.split('-').reverse().join('.'),
  es: (day) => day.split('-').reverse().join('/'),
  fr: (day) => day.split('-').reverse().join('/'),
};

describe.each(everyLetter)('a %s in %s', (kind, language, write) => {
  const sum = formatMoney(money(1_240_000n, 'EUR'), language);
  const { subject, text, html } = write(factsWith({ language }));

  it('lists each invoice and their sum in both bodies', () => {
    for (const body of [text, html]) {
      expect(body).toContain('4711');
      expect(body).toContain('4712');
      expect(body).toContain(formatMoney(money(830_000n, 'EUR'), language));
      expect(body).toContain(sum);
    }
  });

  it('says how to pay, where an answer goes and who writes', () => {
    expect(text).toContain('IBAN LV80 BANK 0000 4351 9500 1\nBIC BANKLV22');
    expect(text).toContain('ar@kenins.test');
    expect(text.trimEnd().endsWith('Ķēniņš & Töchter SIA')).toBe(true);
  });

  it('refers to the invoices for the account when no bank details are known', () => {
    const { text: without } = write(factsWith({ language, creditor: { name: 'Acme' } }));
    expect(without).not.toContain('IBAN');
    expect(without).not.toMatch(/undefined|null/);
    expect(without.length).toBeGreaterThan(500);
  });

  it('names one invoice by its number and several by their count or sum', () => {
    const one = write(factsWith({ language, invoices: [invoice('4711', 830_000n)] }));
    expect(one.subject).toMatch(kind === 'formal claim' ? /8.?300[.,]00/ : /4711/);
    expect(subject).not.toContain('4711');
    expect(one.text).not.toBe(text);
  });

  it('never leaves a gap where a word should stand', () => {
    for (const words of [subject, text, html])
      expect(words).not.toMatch(/undefined|null|NaN|\[object|\$\{| {2}[a-z]| [,.;]/);
  });
});

describe.each(languages)('in %s', (language) => {
  const facts = factsWith({ language });
  const written = days[language];

  it('a demand says up to which day payments are counted and, if known, by when to pay', () => {
    expect(paymentDemand(facts).text).toContain(written('2026-11-23'));
    expect(paymentDemand({ ...facts, payBy }).text).toContain(written('2026-11-27'));
    expect(paymentDemand(facts).text).not.toContain(written('2026-11-27'));
  });

  it('a demand says what late payment may cost, without computing it', () => {
    const costs = {
      en: /interest/,
      de: /Verzugszinsen/,
      it: /interessi di mora/,
      lv: /nokavējuma procenti/,
      es: /intereses de demora/,
      fr: /intérêts/,
    };
    expect(paymentDemand(facts).text).toMatch(costs[language]);
    expect(reminder(facts).text).not.toMatch(costs[language]);
  });

  it('a claim names the demand, the deadline and the court', () => {
    const { text } = formalClaim({ ...facts, ...claimDays });
    const court = {
      en: /court/,
      de: /gerichtlich/,
      it: /autorità giudiziaria/,
      lv: /tiesā/,
      es: /tribunal/,
      fr: /tribunal/,
    };
    expect(text).toContain(written('2026-11-05'));
    expect(text).toContain(written('2026-12-08'));
    expect(text).toMatch(court[language]);
    expect(paymentDemand(facts).text).not.toMatch(court[language]);
  });

  it('a claim sets apart what is also open, and does not claim it', () => {
    const alsoOpen = [invoice('9999', 99_900n)];
    const { text, subject } = formalClaim({ ...facts, ...claimDays, alsoOpen });
    const sum = formatMoney(money(1_240_000n, 'EUR'), language);
    expect(subject).toContain(sum);
    expect(text.indexOf('9999')).toBeGreaterThan(text.indexOf(sum));
    expect(formalClaim({ ...facts, ...claimDays }).text).not.toContain('9999');
  });

  it('days overdue are counted in a demand and not in a reminder', () => {
    const overdue = {
      en: 'Days overdue',
      de: 'Tage überfällig',
      it: 'Giorni di ritardo',
      lv: 'Kavējuma dienas',
      es: 'Días de retraso',
      fr: 'Jours de retard',
    };
    expect(paymentDemand(facts).text).toContain(overdue[language]);
    expect(reminder(facts).text).not.toContain(overdue[language]);
  });
});

describe('a letter', () => {
  it('sums each currency by itself', () => {
    const invoices = [invoice('1', 100_00n), invoice('2', 50_00n, 'USD'), invoice('3', 11_00n)];
    const { subject, text } = paymentDemand(factsWith({ invoices }));
    expect(subject).toBe('Payment request: 3 invoices, €111.00 and $50.00');
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('Total'))
        .map((line) => line.split(/\s+/)[1]),
    ).toEqual(['€111.00', '$50.00']);
  });

  it('keeps its table straight in plain text', () => {
    const { text } = paymentDemand(factsWith());
    const start = text.indexOf('Invoice ');
    expect(text.slice(start, text.indexOf('\n\n', start))).toBe(
      [
        'Invoice  Issued           Due               Days overdue  Open amount',
        '-------  ---------------  ----------------  ------------  -----------',
        '4711     19 October 2026  18 November 2026             6    €8,300.00',
        '4712     19 October 2026  18 November 2026             6    €4,100.00',
        '-------  ---------------  ----------------  ------------  -----------',
        'Total                                                      €12,400.00',
      ].join('\n'),
    );
  });

  it('has a file name in plain ASCII', () => {
    expect(paymentDemand(factsWith({ language: 'lv' })).fileName).toBe('payment-demand-2026-11-24.pdf');
  });

  it.each(Object.entries(kinds))('about nothing is refused: %s', (_kind, write) => {
    expect(() => write(factsWith({ invoices: [] }))).toThrow(DomainError);
  });

  it('lets no text from outside become markup', () => {
    const hostile = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'script', ' onload=', 'x') });
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, number, bank) => {
        const { html } = paymentDemand(
          factsWith({
            creditor: { name, address: name, replyTo: name, bankDetails: bank },
            recipient: { name, contact: name },
            invoices: [invoice(number, 1n)],
          }),
        );
        const known =
          /^<\/?(!doctype html|html|head|meta|body|div|p|br|strong|table|thead|tbody|tfoot|tr|th|td)[ >]/;
        for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(known);
        expect(html.match(/<p>|<td /g)?.length).toBeGreaterThan(6);
      }),
    );
  });
});

describe('a claim', () => {
  it.each([
    ['with a deadline that is its own day', { deadline: businessDate('2026-11-24') }],
    ['with a deadline in the past', { deadline: businessDate('2026-11-20') }],
    ['of the day of its demand', { demandedOn: businessDate('2026-11-24') }],
  ])('%s is refused', (_name, change) => {
    expect(() => formalClaim({ ...factsWith(), ...claimDays, ...change })).toThrow(DomainError);
  });
});

describe('the language of a letter', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['LV', 'lv'],
    ['it_IT', 'it'],
    ['en-GB', 'en'],
    ['sv', 'en'],
    ['', 'en'],
    ['constructor', 'en'],
  ])('for a contact who speaks %j is %s', (spoken, language) => {
    expect(letterLanguage(spoken)).toBe(language);
  });
});

describe.each(everyLetter)('a %s in %s about an invoice of which a part rests', (_kind, language, write) => {
  const euros = (amount: bigint): string => formatMoney(money(amount, 'EUR'), language);
  const disputed = { ...invoice('4711', 680_000n), rests: money(150_000n, 'EUR') };
  const creditor = { name: 'Acme', iban: 'DE89370400440532013000' };
  const letter = write(factsWith({ language, creditor, invoices: [disputed, invoice('4712', 410_000n)] }));

  it('shows what is open, what rests and what is demanded, and says why', () => {
    for (const shown of [830_000n, -150_000n, 680_000n, 1_090_000n])
      expect(letter.text).toContain(euros(shown));
    expect(letter.text.split(euros(150_000n)).length).toBeGreaterThan(2);
  });

  it('asks for the demanded sum alone, in words and in the code', () => {
    expect(letter.text).not.toContain(euros(1_240_000n));
    const payment = letter.parts.find(({ kind }) => kind === 'payment');
    expect(payment?.kind === 'payment' && payment.code?.payload).toContain('EUR10900.00');
  });
});

it('what is also open beside a claim is named whole', () => {
  const alsoOpen = [{ ...invoice('4713', 100_000n), rests: money(50_000n, 'EUR') }];
  expect(formalClaim({ ...factsWith(), ...claimDays, alsoOpen }).text).toContain('€1,500.00');
});
