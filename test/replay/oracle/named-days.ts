import { nextDay } from './days.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const monthNumber = (name: string): string => String(months.indexOf(name) + 1).padStart(2, '0');

/** A day that is to come, as it was said: "Tue 7 Feb" said in February is this year's, "Fri 4 Jan" said in December the next one's. */
export function dayNamed(text: string, at: Date): string {
  const said = at.toISOString().slice(0, 10);
  if (text === 'today') return said;
  if (text === 'tomorrow') return nextDay(said);
  const [, date = '', month = '', year] = /(\d{1,2}) (\w{3})(?: (\d{4}))?$/.exec(text) ?? [];
  const day = (of: string): string => `${of}-${monthNumber(month)}-${date.padStart(2, '0')}`;
  const thisYear = day(year ?? said.slice(0, 4));
  return thisYear >= said ? thisYear : day(String(Number(said.slice(0, 4)) + 1));
}
