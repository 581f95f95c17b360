import { eq, getTableColumns } from 'drizzle-orm';
import { importFile } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import type { Currency } from '../../core/money.ts';
import type { DecimalMark } from '../../import/amounts.ts';
import type { DateOrder } from '../../import/dates.ts';
import type { Answers } from '../../import/read-open-items.ts';
import type { Recognised } from '../../import/recognise.ts';
import type { Scope } from '../scope.ts';
import type { ControlTotal } from './control-total.ts';
import type { Preview } from './preview.ts';

/** What a person answered about a file. */
export interface ImportAnswers {
  readonly asOf: BusinessDate;
  readonly currency?: Currency;
  readonly dateOrder?: DateOrder;
  readonly decimal?: DecimalMark;
  /** Of customers whose country the file does not tell: ISO 3166-1, two letters. */
  readonly country: string;
  /** Of all customers of the file, IANA. */
  readonly zone: string;
  /** Whether the business clock goes back to the morning of the as-of day first. */
  readonly movesClock: boolean;
  /** Columns that a person chose instead of those recognised. */
  readonly mapping?: Answers['mapping'];
}

/** What is known about a file, from its recognition to its control total. Kept as JSON, so amounts are text in it. */
export interface ImportFindings {
  readonly recognised: Recognised;
  readonly preview?: Preview;
  readonly total?: ControlTotal;
  /** Why the last run came to nothing. */
  readonly failure?: string;
}

export interface ImportRow extends Omit<Stored, 'answers' | 'result'> {
  readonly answers: ImportAnswers | undefined;
  readonly findings: ImportFindings;
}

export async function findImport(scope: Scope, importId: number): Promise<ImportRow | undefined> {
  const [row] = await scope.tx.select(columns).from(importFile).where(eq(importFile.id, importId));
  return row && asImport(row);
}

/** @throws DomainError `not_found` for an import that this workspace does not have. */
export async function importRow(scope: Scope, importId: number): Promise<ImportRow> {
  const row = await findImport(scope, importId);
  if (row === undefined) throw missing(importId);
  return row;
}

/** The same, held against others who would change it: decisions about a file are taken one after the other. */
export async function holdImport(scope: Scope, importId: number): Promise<ImportRow> {
  const held = scope.tx.select(columns).from(importFile).where(eq(importFile.id, importId)).for('update');
  const [row] = await held;
  if (row === undefined) throw missing(importId);
  return asImport(row);
}

/** The file as it was given. */
export async function importBytes(scope: Scope, importId: number): Promise<Uint8Array> {
  const [row] = await scope.tx
    .select({ bytes: importFile.bytes })
    .from(importFile)
    .where(eq(importFile.id, importId));
  if (row === undefined) throw missing(importId);
  return row.bytes;
}

/** Writes down what became of an import. */
export async function changeImport(
  scope: Scope,
  importId: number,
  change: Partial<
    Pick<
      ImportRow,
      'status' | 'answers' | 'findings' | 'asOf' | 'decidedBy' | 'progressPercent' | 'doneAt' | 'createdAt'
    >
  >,
): Promise<void> {
  const { answers, findings, ...plain } = change;
  await scope.tx
    .update(importFile)
    .set({
      ...plain,
      ...(answers && { answers: { ...answers } }),
      ...(findings && { result: { ...findings } }),
    })
    .where(eq(importFile.id, importId));
}

/** What the reader of the file needs of what was answered. */
export function readingOf({ answers, findings }: ImportRow): Answers {
  if (answers === undefined) throw new DomainError('conflict', 'Set the import up first.');
  const { asOf, currency, dateOrder, decimal } = answers;
  return {
    mapping: answers.mapping ?? findings.recognised.mapping,
    asOf,
    ...(currency && { currency }),
    ...(dateOrder && { dateOrder }),
    ...(decimal && { decimal }),
  };
}

const { bytes: _bytes, ...columns } = getTableColumns(importFile);
type Stored = Omit<typeof importFile.$inferSelect, 'bytes'>;

function asImport({ answers, result, ...rest }: Stored): ImportRow {
  const answered = 'asOf' in answers ? (answers as unknown as ImportAnswers) : undefined;
  return { ...rest, answers: answered, findings: result as unknown as ImportFindings };
}

function missing(importId: number): DomainError {
  return new DomainError('not_found', `There is no import ${importId} here: drop the file once more.`);
}
