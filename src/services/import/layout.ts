import { createHash } from 'node:crypto';
import { findLayout, keepLayout } from '../../../db/queries/import/layouts.ts';
import type { Currency } from '../../core/money.ts';
import type { DecimalMark } from '../../import/amounts.ts';
import type { DateOrder } from '../../import/dates.ts';
import type { Choice } from '../../import/map-columns.ts';
import type { Recognised } from '../../import/recognise.ts';
import type { Scope } from '../scope.ts';

/** What holds for every file of one shape, whatever day it is of. */
interface Lasting {
  readonly currency?: Currency;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
  readonly country?: string;
  readonly zone?: string;
}

/** A file that was imported. */
interface ReadFile {
  readonly findings: { readonly recognised: Recognised };
  readonly answers: Lasting | undefined;
  readonly decidedBy: number | null;
}

/** How the last file with the same header was read. */
export interface Layout {
  readonly choice: Choice;
  readonly answers: Lasting;
  /** Member who imported that file. */
  readonly memberId: number | null;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** @returns nothing for a header that was never imported here. */
export async function rememberedLayout(
  { tx }: Scope,
  header: Recognised['header'],
): Promise<Layout | undefined> {
  const row = await findLayout(tx, fingerprint(header));
  if (row === undefined) return undefined;
  const kept = row.answers as unknown as Pick<Layout, 'choice' | 'answers'>;
  return { ...kept, memberId: row.memberId, at: row.at.toISOString() };
}

/** Remembers how a file that was imported was read, for the next one with the same header. */
export async function rememberLayout(
  scope: Scope,
  { findings, answers, decidedBy }: ReadFile,
): Promise<void> {
  const { kind, mapping, header } = findings.recognised;
  const { currency, dateOrder, decimal, country, zone } = answers ?? {};
  await keepLayout(scope.tx, {
    kind,
    header: fingerprint(header),
    answers: {
      choice: { kind, ...chosenColumns(mapping) },
      answers: { currency, dateOrder, decimal, country, zone },
    },
    memberId: decidedBy,
    at: scope.now,
  });
}

/**
 * Only what a person chose holds for later files: columns known by their names are looked at anew, because one that was
 * empty then, such as the day of payment, may hold something now.
 */
function chosenColumns(mapping: Recognised['mapping']): Pick<Choice, 'columns'> {
  const all = Object.entries(mapping);
  if (!all.some(([, { confidence }]) => confidence === 'chosen')) return {};
  return { columns: Object.fromEntries(all.map(([field, { column }]) => [field, column])) };
}

function fingerprint(header: Recognised['header']): string {
  return createHash('sha256').update(JSON.stringify(header)).digest('hex');
}
