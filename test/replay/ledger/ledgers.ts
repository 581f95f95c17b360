import { readFileSync } from 'node:fs';
import { receivablesHistory } from '../../support/samples/receivables-history.ts';
import { type Invoice, readHistory } from './history.ts';
import { america, germany, type Place } from './place.ts';
import { richHistory } from './rich.ts';

/** What is replayed: invoices, and where the desk is that collects them. */
export interface Ledger {
  readonly history: readonly Invoice[];
  readonly place: Place;
  /** Customers dispute, ask for patience or instalments, and say that money is on its way. */
  readonly eventful: boolean;
}

/** A file in the shape of IBM's public sample, or an invented one of that shape. */
export function plainLedger(file?: string): Ledger {
  const bytes = file === undefined ? receivablesHistory().bytes : readFileSync(file);
  return { history: readHistory(bytes), place: america, eventful: false };
}

export function richLedger(from: string, to: string): Ledger {
  return { history: richHistory({ from, to, seed: 1 }), place: germany, eventful: true };
}
