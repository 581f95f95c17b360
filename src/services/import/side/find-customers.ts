import { everyCustomer, type KnownCustomer } from '../../../../db/queries/import/side.ts';
import { quote, type Reading } from '../../../import/reading.ts';
import type { Named } from '../../../import/side/side-file.ts';
import type { Scope } from '../../scope.ts';

export type { KnownCustomer } from '../../../../db/queries/import/side.ts';

/** The customers of the workspace, as rows of files name them. */
export interface Directory {
  /** By number, else by any spelling of the name that only one customer has. */
  readonly find: (row: Named) => Reading<KnownCustomer>;
  readonly byId: ReadonlyMap<number, KnownCustomer>;
}

export async function customerDirectory({ tx }: Scope): Promise<Directory> {
  const all = await everyCustomer(tx);
  const byNumber = new Map(all.map((customer) => [customer.number.toLowerCase(), customer]));
  const byName = new Map<string, Map<number, KnownCustomer>>();
  for (const customer of all)
    for (const name of [customer.name, ...customer.spellings]) {
      const known = byName.get(name.toLowerCase()) ?? new Map<number, KnownCustomer>();
      byName.set(name.toLowerCase(), known.set(customer.id, customer));
    }
  const find: Directory['find'] = ({ customerNumber, customerName }) => {
    if (customerNumber !== undefined) {
      const found = byNumber.get(customerNumber.toLowerCase());
      return found === undefined ? unknown(customerNumber) : { value: found };
    }
    if (customerName === undefined) return { reason: 'no customer is named' };
    const [first, second] = [...(byName.get(customerName.toLowerCase())?.values() ?? [])];
    if (first === undefined) return unknown(customerName);
    if (second === undefined) return { value: first };
    return {
      reason: `${quote(customerName)} could be ${first.number} or ${second.number}: write the number`,
    };
  };
  return { find, byId: new Map(all.map((customer) => [customer.id, customer])) };
}

function unknown(named: string): { readonly reason: string } {
  return { reason: `no customer is called ${quote(named)} here: import the open items first, or correct it` };
}
