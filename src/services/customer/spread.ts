/** What a customer weighs when customers are spread: the overdue amount in its main currency, minor units. */
export interface Weight {
  readonly customerId: number;
  /** Empty when nothing is open. */
  readonly currency: string | undefined;
  readonly overdue: bigint;
}

/** A person who may get customers, and what they own already. */
export interface Owner {
  readonly id: number;
  readonly owns: readonly Weight[];
}

/**
 * Spreads customers over owners: the biggest overdue amount first, each to whoever has the least of that currency so
 * far, then the fewest customers, then the lower id; what owes nothing overdue goes by the number of customers alone.
 * The same input always gives the same result. Euros are not weighed against dollars: each currency is spread by itself.
 * @param owners at least one
 */
export function spreadEvenly(
  customers: readonly Weight[],
  owners: readonly [Owner, ...Owner[]],
): ReadonlyMap<number, number> {
  const loads = owners.map(loadOf);
  const given = new Map<number, number>();
  for (const customer of customers.toSorted(heaviestFirst)) {
    const lightest = loads.reduce((best, load) => (isLighter(load, best, customer) ? load : best));
    take(lightest, customer);
    given.set(customer.customerId, lightest.id);
  }
  return given;
}

interface Load {
  readonly id: number;
  readonly overdue: Map<string, bigint>;
  customers: number;
}

function loadOf({ id, owns }: Owner): Load {
  const load: Load = { id, overdue: new Map(), customers: 0 };
  for (const customer of owns) take(load, customer);
  return load;
}

function take(load: Load, { currency, overdue }: Weight): void {
  load.customers += 1;
  if (currency !== undefined) load.overdue.set(currency, (load.overdue.get(currency) ?? 0n) + overdue);
}

function isLighter(a: Load, b: Load, { currency, overdue }: Weight): boolean {
  const weight = (load: Load): bigint => (overdue === 0n ? 0n : (load.overdue.get(currency ?? '') ?? 0n));
  if (weight(a) !== weight(b)) return weight(a) < weight(b);
  return a.customers === b.customers ? a.id < b.id : a.customers < b.customers;
}

function heaviestFirst(a: Weight, b: Weight): number {
  if (a.overdue !== b.overdue) return a.overdue > b.overdue ? -1 : 1;
  return a.customerId - b.customerId;
}
