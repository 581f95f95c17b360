import { parseArgs } from 'node:util';
import type { Invoice } from './ledger/history.ts';
import { type Ledger, plainLedger, richLedger } from './ledger/ledgers.ts';

export interface Options {
  readonly ledger: Ledger;
  readonly from: string;
  readonly to: string;
  readonly forget: readonly number[];
  readonly seeds: readonly number[];
  readonly enforced: boolean;
  /** Where a folder for each replay is made, with its report, its picture and the servers' logs. */
  readonly out?: string;
}

/**
 * Reads the command line. Lists are written with commas; without a file an invented ledger is replayed, with
 * `--ledger rich` one with everything in it that can put a case at rest.
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      file: { type: 'string' },
      ledger: { type: 'string', default: 'plain' },
      from: { type: 'string', default: '2012-01-03' },
      to: { type: 'string', default: '2013-12-31' },
      forget: { type: 'string', default: '0.5' },
      seed: { type: 'string', default: '7' },
      customers: { type: 'string', default: 'all' },
      enforcement: { type: 'string', default: 'on' },
      out: { type: 'string' },
    },
  });
  const ledger = values.ledger === 'rich' ? richLedger(values.from, values.to) : plainLedger(values.file);
  return {
    ledger: { ...ledger, history: ofSome(ledger.history, values.customers) },
    from: values.from,
    to: values.to,
    forget: numbers('forget', values.forget),
    seeds: numbers('seed', values.seed),
    enforced: values.enforcement !== 'off',
    ...(values.out === undefined ? {} : { out: values.out }),
  };
}

/** The invoices of so many customers, in the order in which the file names them first. */
export function ofSome(history: readonly Invoice[], customers: string): readonly Invoice[] {
  if (customers === 'all') return history;
  const some = new Set([...new Set(history.map(({ customer }) => customer))].slice(0, Number(customers)));
  return history.filter(({ customer }) => some.has(customer));
}

function numbers(name: string, text: string): readonly number[] {
  return text.split(',').map((one) => {
    const number = Number(one);
    if (one.trim() !== '' && Number.isFinite(number)) return number;
    throw new Error(`--${name} ${text}: "${one}" is no number`);
  });
}
