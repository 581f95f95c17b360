import { expect, it } from 'vitest';
import { nextCallingDay } from '../../../src/core/task/calling.ts';

const rome = { country: 'IT', zone: 'Europe/Rome' };
const midnight = (day: string): Date => new Date(`${day}T00:00:00+02:00`);

it('a customer is called on the day itself as long as an hour of it is left', () => {
  expect(nextCallingDay(rome, new Date('2012-04-24T15:00:00+02:00'))).toEqual(midnight('2012-04-24'));
});

it('after that on the next day on which they are open', () => {
  // The 25th of April is Liberation Day.
  expect(nextCallingDay(rome, new Date('2012-04-24T15:01:00+02:00'))).toEqual(midnight('2012-04-26'));
  expect(nextCallingDay(rome, new Date('2012-04-27T17:00:00+02:00'))).toEqual(midnight('2012-04-30'));
});
