import { type BusinessDate, daysBetween } from '../calendar/business-date.ts';
import { add, type Currency, type Money, zero } from '../money.ts';

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

/** Nothing open: the picture of a currency without items. */
export function emptyAging(currency: Currency): Record<Bucket, Money> {
  const none = zero(currency);
  return { current: none, '1-30': none, '31-60': none, '61-90': none, '90+': none };
}
