import { type BusinessDate, daysBetween } from '../calendar/business-date.ts';
import { add, type Currency, type Money, sum, zero } from '../money.ts';

export const buckets = ['current', '1-30', '31-60', '61-90', '90+'] as const;
export type Bucket = (typeof buckets)[number];

/** What is open in each bucket; together the buckets hold everything that is open. */
export type Aging = Readonly<Record<Bucket, Money>>;

export interface OpenItem {
  readonly open: Money;
  readonly effectiveDue: BusinessDate;
}

/** The due day itself is current. */
export function bucketOf(daysOverdue: number): Bucket {
  if (daysOverdue <= 0) return 'current';
  if (daysOverdue <= 30) return '1-30';
  if (daysOverdue <= 60) return '31-60';
  return daysOverdue <= 90 ? '61-90' : '90+';
}

/** The aging picture of each currency that occurs, on a day. Credits (negative open items) reduce their bucket. */
export function agingOf(items: Iterable<OpenItem>, asOf: BusinessDate): ReadonlyMap<Currency, Aging> {
  const pictures = new Map<Currency, Record<Bucket, Money>>();
  for (const { open, effectiveDue } of items) {
    const picture = pictures.get(open.currency) ?? emptyAging(open.currency);
    const bucket = bucketOf(daysBetween(effectiveDue, asOf));
    picture[bucket] = add(picture[bucket], open);
    pictures.set(open.currency, picture);
  }
  return pictures;
}

/** How many invoices are open in each bucket, by currency, on a day. */
export function invoicesIn(
  items: Iterable<OpenItem & { readonly invoices: number }>,
  asOf: BusinessDate,
): ReadonlyMap<Currency, Readonly<Record<Bucket, number>>> {
  const counts = new Map<Currency, Record<Bucket, number>>();
  for (const { open, effectiveDue, invoices } of items) {
    const of = counts.get(open.currency) ?? { current: 0, '1-30': 0, '31-60': 0, '61-90': 0, '90+': 0 };
    of[bucketOf(daysBetween(effectiveDue, asOf))] += invoices;
    counts.set(open.currency, of);
  }
  return counts;
}

/** What is overdue: everything but the current bucket. */
export function overdueIn(aging: Aging): Money {
  return sum(
    buckets.filter((bucket) => bucket !== 'current').map((bucket) => aging[bucket]),
    aging.current.currency,
  );
}

/** Everything that is open. */
export function openIn(aging: Aging): Money {
  return add(aging.current, overdueIn(aging));
}

/** Nothing open: the picture of a currency without items. */
export function emptyAging(currency: Currency): Record<Bucket, Money> {
  const none = zero(currency);
  return { current: none, '1-30': none, '31-60': none, '61-90': none, '90+': none };
}
