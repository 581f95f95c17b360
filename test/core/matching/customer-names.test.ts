import { describe, expect, test } from 'vitest';
import { calledExactly, calledLike, indexNames } from '../../../src/core/matching/customer-names.ts';

const index = indexNames([
  { customerId: 1, names: ['Lagerhaus Nord GmbH'] },
  { customerId: 2, names: ['Müller & Söhne', 'Mueller Soehne KG'] },
  { customerId: 3, names: ['Baltic Timber SIA'] },
  { customerId: 4, names: ['Nord AG'] },
]);

describe('a customer', () => {
  test.each([
    ['LAGERHAUS NORD', 1],
    ['Lagerhaus Nord G.m.b.H.', 1],
    ['Mueller und Soehne', 2],
    ['MULLER SOHNE', 2],
    ['SIA Baltic Timber', 3],
  ])('is called exactly "%s", legal form and accents aside', (name, customerId) => {
    expect(calledExactly(name, index)).toEqual([customerId]);
  });

  test.each([
    ['Lagerhaus Nort GmbH', 1],
    ['Lagerhaus Nord Logistik', 1],
    ['Baltik Timber', 3],
  ])('is called like "%s"', (name, customerId) => {
    expect(calledExactly(name, index)).toEqual([]);
    expect(calledLike(name, index)).toEqual([customerId]);
  });

  test.each(['Süd GmbH', 'GmbH', 'Nordwind', ''])('is not called "%s"', (name) => {
    expect(calledLike(name, index)).toEqual([]);
  });
});
