import { type BusinessDate, dayFault } from '../core/calendar/business-date.ts';
import { proveStyle } from './prove-style.ts';
import { quote, type Reading } from './reading.ts';

/** Which comes first in dates such as 03/04/2020. */
export type DateOrder = 'DMY' | 'MDY';

/** How the dates of a file are written, with a value that shows it. */
export interface DateStyle {
  readonly written:
    | 'YYYY-MM-DD'
    | 'timestamp'
    | 'YYYYMMDD'
    | 'D Mon Y'
    | 'Mon D, Y'
    | 'D.M.Y'
    | 'D/M/Y'
    | 'M/D/Y'
    | 'D/M/Y or M/D/Y'
    | 'unknown';
  /** `irrelevant` when no value depends on it, `ambiguous` when it must be asked. */
  readonly order: DateOrder | 'irrelevant' | 'ambiguous';
  readonly example: string;
}

/**
 * The style of all dates of a file together, because one program wrote them all: a single 25/3/2020 in the due dates
 * proves the order of the issue dates too.
 */
export function dateStyle(values: readonly string[]): DateStyle {
  const verdict = proveStyle(values, ['DMY', 'MDY'] as const, isoDate);
  switch (verdict.kind) {
    case 'proven':
      return {
        written: verdict.style === 'DMY' ? 'D/M/Y' : 'M/D/Y',
        order: verdict.style,
        example: verdict.example,
      };
    case 'open':
      return { written: 'D/M/Y or M/D/Y', order: 'ambiguous', example: verdict.example };
    case 'equal': {
      const example = values.find(isDate) ?? values[0] ?? '';
      return { written: shapeOf(example)?.written ?? 'unknown', order: 'irrelevant', example };
    }
  }
}

/** Whether the value is a date in some order. */
export function isDate(text: string): boolean {
  return isoDate(text, 'DMY') !== undefined || isoDate(text, 'MDY') !== undefined;
}

/**
 * The day that a cell names. A time of day is dropped: a day in a file is a day where it was written, and is never
 * moved to another zone. Two-digit years are of this century.
 */
export function readDay(text: string, order: DateOrder, name: string): Reading<BusinessDate> {
  if (text === '') return { reason: `${name} is empty` };
  const parts = partsOf(text, order);
  if (parts === undefined) return { reason: `${name} ${quote(text)} is not a date` };
  const [year, month, day] = parts;
  if (dayFault(year, month, day) !== undefined) return { reason: `${name} ${quote(text)} does not exist` };
  if (year < firstPlausibleYear || year > lastPlausibleYear) {
    return { reason: `${name} ${quote(text)} is not between ${firstPlausibleYear} and ${lastPlausibleYear}` };
  }
  return { value: iso(parts) as BusinessDate };
}

/** Outside of these a date is a typing mistake or a placeholder such as 9999-12-31. */
const firstPlausibleYear = 1980;
const lastPlausibleYear = 2099;

type Parts = readonly [year: number, month: number, day: number];

interface Shape {
  readonly written: DateStyle['written'];
  readonly pattern: RegExp;
  readonly order: (order: DateOrder) => 'YMD' | DateOrder;
}

const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?)?$`;

const monthName = String.raw`([\p{L}]{3,9})\.?`;

/** Full stops stand between day, month and year in no country that puts the month first. */
const shapes: readonly Shape[] = [
  { written: 'YYYY-MM-DD', pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, order: () => 'YMD' },
  {
    written: 'timestamp',
    pattern: new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}`, 'i'),
    order: () => 'YMD',
  },
  { written: 'YYYYMMDD', pattern: /^(\d{4})(\d{2})(\d{2})$/, order: () => 'YMD' },
  {
    written: 'D Mon Y',
    pattern: new RegExp(String.raw`^(\d{1,2})\.?[ -]${monthName}[ -](\d{4}|\d{2})$`, 'iu'),
    order: () => 'DMY',
  },
  {
    written: 'Mon D, Y',
    pattern: new RegExp(String.raw`^${monthName} (\d{1,2}),? (\d{4})$`, 'iu'),
    order: () => 'MDY',
  },
  {
    written: 'D.M.Y',
    pattern: new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})${time}`, 'i'),
    order: () => 'DMY',
  },
  {
    written: 'D/M/Y',
    pattern: new RegExp(String.raw`^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})${time}`, 'i'),
    order: (order) => order,
  },
];

function shapeOf(text: string): Shape | undefined {
  return shapes.find((shape) => shape.pattern.test(text));
}

function partsOf(text: string, order: DateOrder): Parts | undefined {
  const shape = shapeOf(text);
  const match = shape?.pattern.exec(text);
  if (shape === undefined || !match) return undefined;
  const [, a = '', b = '', c = ''] = match;
  switch (shape.order(order)) {
    case 'YMD':
      return [Number(a), Number(b), Number(c)];
    case 'DMY':
      return [fullYear(c), monthOf(b), Number(a)];
    case 'MDY':
      return [fullYear(c), monthOf(a), Number(b)];
  }
}

/** A number, or the first three letters of a name; no such month otherwise. */
function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : (months.get(text.slice(0, 3).toLowerCase()) ?? 0);
}

/** English and German; what differs between them is on two names. */
const months: ReadonlyMap<string, number> = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'
    .split(' ')
    .map((name, index): [string, number] => [name, index + 1])
    .concat([
      ['mär', 3],
      ['mrz', 3],
      ['mai', 5],
      ['okt', 10],
      ['dez', 12],
    ]),
);

function isoDate(text: string, order: DateOrder): string | undefined {
  const parts = partsOf(text, order);
  return parts !== undefined && dayFault(...parts) === undefined ? iso(parts) : undefined;
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function iso([year, month, day]: Parts): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
