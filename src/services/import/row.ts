import {
  findImportBytes,
  findImportFile,
  type ImportFileRow,
  lockImportFile,
  updateImportFile,
} from '../../../db/queries/import/files.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import type { Currency } from '../../core/money.ts';
import type { DecimalMark } from '../../import/amounts.ts';
import type { DateOrder } from '../../import/dates.ts';
import type { Answers } from '../../import/read-open-items.ts';
import type { Recognised } from '../../import/recognise.ts';
import type { Scope } from '../scope.ts';
import type { ControlTotal } from './control-total.ts';
import type { Layout } from './layout.ts';
import type { Preview } from './preview.ts';
import type { SideShown } from './side/shown.ts';

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
}

/** What is known about a file, from its recognition to its control total. Kept as JSON, so amounts are text in it. */
export interface ImportFindings {
  readonly recognised: Recognised;
  /** How the last file with the same header was read; this one is read the same way until somebody says otherwise. */
  readonly layout?: Layout;
  readonly preview?: Preview;
  readonly total?: ControlTotal;
  /** Of files that are not open items: what importing would do, or did. */
  readonly side?: SideShown;
  /** Why the last run came to nothing. */
  readonly failure?: string;
}

export interface ImportRow extends Omit<ImportFileRow, 'answers' | 'result'> {
  readonly answers: ImportAnswers | undefined;
  readonly findings: ImportFindings;
}

export async function findImport({ tx }: Scope, importId: number): Promise<ImportRow | undefined> {
  const row = await findImportFile(tx, importId);
  return row && asImport(row);
}

/** @throws DomainError `not_found` for an import that this workspace does not have. */
export async function importRow(scope: Scope, importId: number): Promise<ImportRow> {
  return present(await findImport(scope, importId), importId);
}

/** The same, held against others who would change it: decisions about a file are taken one after the other. */
export async function holdImport({ tx }: Scope, importId: number): Promise<ImportRow> {
  return asImport(present(await lockImportFile(tx, importId), importId));
}

/** The file as it was given. */
export async function importBytes({ tx }: Scope, importId: number): Promise<Uint8Array> {
  return present(await findImportBytes(tx, importId), importId);
}

type Change = Partial<Omit<ImportRow, 'id' | 'workspaceId' | 'hash' | 'fileName'>>;

/** Writes down what became of an import. */
export async function changeImport({ tx }: Scope, importId: number, change: Change): Promise<void> {
  const { answers, findings, ...plain } = change;
  await updateImportFile(tx, importId, {
    ...plain,
    ...(answers && { answers: { ...answers } }),
    ...(findings && { result: storable(findings) }),
  });
}

/** Findings as the database takes them: no NUL, and no half of a character that a limit on length cut in two. */
export function storable(findings: ImportFindings): Record<string, unknown> {
  const clean = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;
  return JSON.parse(JSON.stringify(findings), clean) as Record<string, unknown>;
}

/** What the reader of the file needs of what was answered. */
export function readingOf(row: ImportRow): Answers {
  const { asOf, currency, dateOrder, decimal } = answersOf(row);
  return {
    mapping: row.findings.recognised.mapping,
    asOf,
    ...(currency && { currency }),
    ...(dateOrder && { dateOrder }),
    ...(decimal && { decimal }),
  };
}

/** The sheet of a workbook that is read. */
export function sheetOf({ findings }: ImportRow): string | undefined {
  const { written } = findings.recognised;
  return written.kind === 'workbook' ? written.sheet : undefined;
}

/** @throws DomainError `conflict` before anything was answered. */
export function answersOf({ answers, fileName }: ImportRow): ImportAnswers {
  if (answers !== undefined) return answers;
  throw new DomainError('conflict', `${fileName} has no preview yet: press "Set up and preview" first.`);
}

function asImport({ answers, result, ...rest }: ImportFileRow): ImportRow {
  const answered = 'asOf' in answers ? (answers as unknown as ImportAnswers) : undefined;
  return { ...rest, answers: answered, findings: result as unknown as ImportFindings };
}

function present<T>(found: T | undefined, importId: number): T {
  if (found !== undefined) return found;
  throw new DomainError('not_found', `There is no import ${importId} here: drop the file once more.`);
}
