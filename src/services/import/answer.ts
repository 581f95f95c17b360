import { lastFinishedImport } from '../../../db/queries/import/files.ts';
import { hasNoInvoices } from '../../../db/queries/import/invoices.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { compare, readImport } from './comparison.ts';
import { previewOf } from './preview.ts';
import { type AnswerFaults, readAnswers, type TypedAnswers } from './read-answers.ts';
import { changeImport, holdImport, importBytes, type ImportRow } from './row.ts';
import { previewSide } from './side/preview.ts';
import { stewardOf } from './steward.ts';

/**
 * Takes the answers about a file and works out what importing it would do, for the preview on its card.
 * @returns what is wrong with which answer; nothing when all were taken.
 * @throws DomainError `conflict` when the import is beyond answers; `invalid` when the file cannot be read with them.
 */
export async function answerImport(
  office: Office,
  actor: Actor,
  importId: number,
  typed: TypedAnswers,
): Promise<AnswerFaults | undefined> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'import open items');
    const row = await holdImport(scope, importId);
    refuseDecided(row);
    const read = readAnswers(scope, withLayout(scope, typed, row), row.findings.recognised.missing);
    if ('faults' in read) return read.faults;
    const answered: ImportRow = { ...row, answers: read.answers };
    if (row.kind !== 'open items') {
      await previewSide(scope, answered);
      return undefined;
    }
    const again = await importedAlready(scope, answered);
    if (again !== undefined) return { asOf: again };
    await preview(scope, answered);
    return undefined;
  });
}

/** @throws DomainError `conflict` once an import is confirmed, or was put away. */
export function refuseDecided({ status, fileName }: ImportRow): void {
  if (status === 'received' || status === 'failed') return;
  const what = { running: 'is being imported now', done: 'was imported', cancelled: 'was cancelled' }[status];
  throw new DomainError(
    'conflict',
    `${fileName} ${what}: its answers can no longer be changed. Drop the file once more to start anew.`,
  );
}

/** What was not asked again is as last time; files that are not open items are of no day. */
function withLayout({ today }: Scope, typed: TypedAnswers, { findings, kind }: ImportRow): TypedAnswers {
  const given = Object.entries(typed).filter(([, value]) => value !== undefined);
  return {
    ...findings.layout?.answers,
    ...Object.fromEntries(given),
    asOf: kind === 'open items' ? typed.asOf : today,
  };
}

/** The same bytes as the last import's, as of the same day, can bring nothing new. */
async function importedAlready(
  scope: Scope,
  { hash, answers }: ImportRow,
): Promise<AnswerFaults['asOf'] | undefined> {
  const last = await lastFinishedImport(scope.tx);
  if (last === undefined || last.hash !== hash || last.asOf !== answers?.asOf) return undefined;
  return `This very file was imported as of ${formatDate(answers.asOf, { today: scope.today })} already. Choose another day, or cancel.`;
}

async function preview(scope: Scope, row: ImportRow): Promise<void> {
  const file = await readImport(row, await importBytes(scope, row.id));
  const { invoices, credits } = await compare(scope, row, file);
  const shown = previewOf(file, invoices, credits, await hasNoInvoices(scope.tx));
  const { recognised, layout } = row.findings;
  await changeImport(scope, row.id, {
    status: 'received',
    answers: row.answers,
    asOf: file.asOf,
    findings: { recognised, ...(layout && { layout }), preview: shown },
  });
  await refreshCards(scope, 'import', [String(row.id)]);
}
