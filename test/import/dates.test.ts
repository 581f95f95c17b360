import { describe, expect, it } from 'vitest';
import { type DateOrder, dateStyle, readDay } from '../../src/import/dates.ts';

describe('a day of a file', () => {
  it.each([
    ['2026-02-04', '2026-02-04'],
    ['2026/2/4', '2026-02-04'],
    ['20260204', '2026-02-04'],
    ['2020-03-19 00:00:00.000000000', '2020-03-19'],
    ['2020-03-19T23:30:00Z', '2020-03-19'],
    ['2020-03-19T23:30:00.5+02:00', '2020-03-19'],
    ['4.2.2026', '2026-02-04'],
    ['04.02.26', '2026-02-04'],
    ['04/02/2026', '2026-02-04'],
    ['4-2-2026', '2026-02-04'],
    ['4/2/2026 0:00', '2026-02-04'],
    ['4/2/2026 12:00:00 AM', '2026-02-04'],
    ['29.02.2024', '2024-02-29'],
    ['25 Mar 2026', '2026-03-25'],
    ['3. März 2026', '2026-03-03'],
    ['1-Dez-26', '2026-12-01'],
    ['April 20, 2026', '2026-04-20'],
  ])('%s is %s', (text, day) => expect(readDay(text, 'DMY', 'due date')).toEqual({ value: day }));

  it('has the month first when the file has', () => {
    expect(readDay('04/02/2026', 'MDY', 'due date')).toEqual({ value: '2026-04-02' });
  });

  it('has the day first between full stops whatever the slashes of the file mean', () => {
    expect(readDay('04.02.2026', 'MDY', 'due date')).toEqual({ value: '2026-02-04' });
  });

  it.each<[string, DateOrder, string]>([
    ['31/02/2026', 'DMY', 'due date "31/02/2026" does not exist'],
    ['29.02.2026', 'DMY', 'due date "29.02.2026" does not exist'],
    ['31/12/2026', 'MDY', 'due date "31/12/2026" does not exist'],
    ['2026-13-01', 'DMY', 'due date "2026-13-01" does not exist'],
    ['soon', 'DMY', 'due date "soon" is not a date'],
    ['2026-02-04x', 'DMY', 'due date "2026-02-04x" is not a date'],
    ['9999-12-31', 'DMY', 'due date "9999-12-31" does not exist'],
    ['2150-12-31', 'DMY', 'due date "2150-12-31" is not between 1980 and 2099'],
    ['1979-12-31', 'DMY', 'due date "1979-12-31" is not between 1980 and 2099'],
    ['01/02/0020', 'DMY', 'due date "01/02/0020" does not exist'],
    ['', 'DMY', 'due date is empty'],
  ])('%s (%s) is refused: %s', (text, order, reason) => {
    expect(readDay(text, order, 'due date')).toEqual({ reason });
  });
});

describe('the style of the dates of a file', () => {
  it.each([
    [['2026-02-04'], 'YYYY-MM-DD', 'irrelevant', '2026-02-04'],
    [['20260204'], 'YYYYMMDD', 'irrelevant', '20260204'],
    [['04.02.2026'], 'D.M.Y', 'irrelevant', '04.02.2026'],
    [['04/02/2026', '25/02/2026'], 'D/M/Y', 'DMY', '25/02/2026'],
    [['04/02/2026', '02/25/2026'], 'M/D/Y', 'MDY', '02/25/2026'],
    [['04/02/2026', '05/05/2026'], 'D/M/Y or M/D/Y', 'ambiguous', '04/02/2026'],
    [['05/05/2026'], 'D/M/Y', 'irrelevant', '05/05/2026'],
    [[], 'unknown', 'irrelevant', ''],
  ])('%j: %s, %s', (values, written, order, example) => {
    expect(dateStyle(values)).toEqual({ written, order, example });
  });

  it('is not decided by one mistake among many', () => {
    expect(dateStyle(['02/13/2026', '02/14/2026', '15/02/2026']).order).toBe('MDY');
  });

  it('is asked when as much speaks for one order as for the other', () => {
    expect(dateStyle(['02/13/2026', '13/02/2026']).order).toBe('ambiguous');
  });
});
