import fc from 'fast-check';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { Calendar } from '../../../src/core/calendar/business-days.ts';

const firstDay = businessDate('1990-01-01');

/** Days from 1990 to 2060. */
export const days = fc.integer({ min: 0, max: 25_933 }).map((n) => addDays(firstDay, n));

export const berlin: Calendar = { country: 'DE', region: 'BE', zone: 'Europe/Berlin' };
export const riyadh: Calendar = { country: 'SA', zone: 'Asia/Riyadh' };
export const newYork: Calendar = { country: 'US', region: 'NY', zone: 'America/New_York' };
export const tokyo: Calendar = { country: 'JP', zone: 'Asia/Tokyo' };
export const saoPaulo: Calendar = { country: 'BR', zone: 'America/Sao_Paulo' };
export const lordHowe: Calendar = { country: 'AU', region: 'NSW', zone: 'Australia/Lord_Howe' };

export const calendars = fc.constantFrom(berlin, riyadh, newYork, tokyo, saoPaulo, lordHowe);

/** Times of day, `HH:MM`. */
export const times = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minute) => `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`);

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
