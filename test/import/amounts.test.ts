import { describe, expect, it } from 'vitest';
import { numberStyle, readAmount } from '../../src/import/amounts.ts';
import type { DecimalMark } from '../../src/import/plain-decimal.ts';

describe('an amount of a file', () => {
  it.each<[string, DecimalMark, string, bigint]>([
    ['100', '.', 'EUR', 10_000n],
    ['1,234.5', '.', 'EUR', 123_450n],
    ['1.234,50', ',', 'EUR', 123_450n],
    ['1 234 567,50', ',', 'EUR', 123_456_750n],
    ['1\u202F234,50', ',', 'EUR', 123_450n],
    ["1'234.50", '.', 'CHF', 123_450n],
    ['1’234.50', '.', 'CHF', 123_450n],
    ['.5', '.', 'EUR', 50n],
    ['-12.50', '.', 'EUR', -1_250n],
    ['−12.50', '.', 'EUR', -1_250n],
    ['12.50-', '.', 'EUR', -1_250n],
    ['(12.50)', '.', 'EUR', -1_250n],
    ['+12.50', '.', 'EUR', 1_250n],
    ['€1,234.50', '.', 'EUR', 123_450n],
    ['-€5', '.', 'EUR', -500n],
    ['1.234,50 €', ',', 'EUR', 123_450n],
    ['EUR 7', '.', 'EUR', 700n],
    ['$7', '.', 'USD', 700n],
    ['7', '.', 'JPY', 7n],
    ['7.5', '.', 'JPY', 8n],
    ['1.2345', '.', 'KWD', 1_235n],
    ['0', '.', 'EUR', 0n],
    ['999999999999.99', '.', 'EUR', 99_999_999_999_999n],
  ])('%s with decimal %s in %s is %s minor units', (text, decimal, currency, amount) => {
    expect(readAmount(text, decimal, currency, 'amount')).toMatchObject({ value: { amount } });
  });

  it.each([
    ['2309.7899999999995', 230_979n],
    ['64982.589', 6_498_259n],
    ['0.005', 1n],
    ['0.0049999', 0n],
    ['-0.005', -1n],
    ['99.995', 10_000n],
  ])('%s is rounded half away from zero to %s cents, and says so', (text, amount) => {
    expect(readAmount(text, '.', 'USD', 'amount')).toEqual({ value: { amount, rounded: true } });
  });

  it('is not called rounded for zeros behind the cents', () => {
    expect(readAmount('5.10000', '.', 'USD', 'amount')).toEqual({ value: { amount: 510n, rounded: false } });
  });

  it.each<[string, DecimalMark, string]>([
    ['4k', '.', 'amount "4k" is not a number with decimal point'],
    ['1,50', '.', 'amount "1,50" is not a number with decimal point'],
    ['1.50', ',', 'amount "1.50" is not a number with decimal comma'],
    ['1.5E+05', '.', 'amount "1.5E+05" is not a number with decimal point'],
    ['12 34', '.', 'amount "12 34" is not a number with decimal point'],
    ['1,234,56', '.', 'amount "1,234,56" is not a number with decimal point'],
    ["1'234,567.00", '.', `amount "1'234,567.00" is not a number with decimal point`],
    ['(5', '.', 'amount "(5" is not a number with decimal point'],
    ['(-5)', '.', 'amount "(-5)" is not a number with decimal point'],
    ['--5', '.', 'amount "--5" is not a number with decimal point'],
    ['.', '.', 'amount "." is not a number with decimal point'],
    ['USD 5', '.', 'amount "USD 5" is not in EUR'],
    ['£5', '.', 'amount "£5" is not in EUR'],
    ['ABC 5', '.', 'amount "ABC 5" is not a number with decimal point'],
    ['1234567890123', '.', 'amount "1234567890123" has more than 12 digits'],
    ['', '.', 'amount is empty'],
  ])('%s with decimal %s is refused: %s', (text, decimal, reason) => {
    expect(readAmount(text, decimal, 'EUR', 'amount')).toEqual({ reason });
  });
});

describe('the style of the amounts of a file', () => {
  it.each([
    [['100', '1,234.50'], { decimal: '.', example: '1,234.50' }],
    [['100', '1.234,50'], { decimal: ',', example: '1.234,50' }],
    [['982.589', '12.5'], { decimal: '.', example: '12.5' }],
    [['64982.589'], { decimal: '.', example: '64982.589' }],
    [['0.001'], { decimal: '.', example: '0.001' }],
    [['1.234', '5.678'], { decimal: 'ambiguous', example: '1.234' }],
    [['100', '200'], { decimal: 'irrelevant', example: '100' }],
    [['1.234,50 €', '7 €'], { decimal: ',', example: '1.234,50 €', currency: 'EUR' }],
    [['1.50 €', '7'], { decimal: '.', example: '1.50 €' }],
    [[], { decimal: 'irrelevant', example: '' }],
  ])('%j: %j', (values, style) => expect(numberStyle(values)).toEqual(style));
});
