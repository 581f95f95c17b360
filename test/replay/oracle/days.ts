import Holidays from 'date-holidays';

/** The oracle's own calendar: days are YYYY-MM-DD, and nothing of it is Dunwell's. */
export interface Days {
  readonly isOpen: (day: string) => boolean;
  /** The day itself if it is open, else the next open one. */
  readonly open: (day: string) => string;
  /** `n` open days later; earlier, if negative. */
  readonly shift: (day: string, n: number) => string;
  /** The day and the time of day (HH:MM) on the wall. */
  readonly wall: (instant: Date) => { readonly day: string; readonly time: string };
  /** When a day begins there. */
  readonly startOf: (day: string) => Date;
}

export function createDays(country: string, zone: string): Days {
  const holidays = new Holidays(country, { types: ['public', 'bank'] });
  const closed = new Map<string, ReadonlySet<string>>();
  const closedIn = (year: string): ReadonlySet<string> => {
    const known =
      closed.get(year) ?? new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 10)));
    closed.set(year, known);
    return known;
  };
  const isOpen = (day: string): boolean => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !closedIn(day.slice(0, 4)).has(day);
  };
  const step = (day: string, by: 1 | -1): string => {
    let next = nextDay(day, by);
    while (!isOpen(next)) next = nextDay(next, by);
    return next;
  };
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const starts = new Map<string, Date>();
  const wall = (instant: Date): { day: string; time: string } => {
    const [day = '', time = ''] = format.format(instant).split(' ');
    return { day, time };
  };
  return {
    isOpen,
    open: (day) => (isOpen(day) ? day : step(day, 1)),
    shift: (day, n) => {
      let there = day;
      for (let left = Math.abs(n); left > 0; left -= 1) there = step(there, n < 0 ? -1 : 1);
      return there;
    },
    wall,
    startOf: (day) => {
      const known = starts.get(day) ?? firstHour(day, (hour) => wall(hour).day >= day);
      starts.set(day, known);
      return known;
    },
  };
}

/** Clocks on earth are at most 14 hours ahead, and change by whole hours where anybody of ours lives. */
function firstHour(day: string, isThere: (hour: Date) => boolean): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const hours = Array.from({ length: 27 }, (_, n) => new Date(midnight + (n - 14) * 3_600_000));
  return hours.find(isThere) ?? new Date(midnight);
}

export function nextDay(day: string, by = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
