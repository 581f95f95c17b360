import { importTurnIsFree } from '../../../db/queries/import/turn.ts';
import { DomainError } from '../../core/error.ts';
import { roster, withRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { answerImport } from './answer.ts';
import { confirmImport } from './confirm.ts';
import type { TypedAnswers } from './read-answers.ts';
import { type GivenFile, receiveFile } from './receive.ts';
import { importRow, type ImportRow } from './row.ts';
import { runImport } from './run.ts';
import { matchLine, rowsLine } from './words.ts';

/** An import without a conversation; answers as they were typed. */
export interface FileOrder extends GivenFile {
  readonly answers: TypedAnswers;
}

/**
 * Imports a file from the command line, the same way as one dropped into chat, in the name of an admin: the card is in
 * their direct messages.
 * @returns the control total, in words.
 * @throws DomainError for whatever is wrong with the file or the answers; nothing was imported then.
 */
export async function importFromFile(office: Office, workspaceId: number, order: FileOrder): Promise<string> {
  const importId = await bringIn(office, await within(office, workspaceId, adminOf), order);
  return totalOf(await within(office, workspaceId, (scope) => importRow(scope, importId)));
}

/**
 * Imports a file at once, its questions answered beforehand.
 * @returns the import's id.
 * @throws DomainError for whatever is wrong with the file or the answers; nothing was imported then.
 */
export async function bringIn(
  office: Office,
  actor: Actor,
  { answers, ...file }: FileOrder,
): Promise<number> {
  const importId = await receiveFile(office, actor, file);
  const faults = Object.values((await answerImport(office, actor, importId, answers)) ?? {});
  if (faults.length > 0) throw new DomainError('invalid', faults.join(' '));
  await confirmImport(office, actor, importId);
  await finish(office, actor.workspaceId, importId);
  return importId;
}

/** The import is done by whoever comes first: this process, or one whom the confirmation woke. */
async function finish(office: Office, workspaceId: number, importId: number): Promise<void> {
  while (!(await runImport(office, workspaceId, importId))) {
    const { status } = await within(office, workspaceId, async (scope) => {
      await importTurnIsFree(scope.tx);
      return importRow(scope, importId);
    });
    if (status !== 'running') return;
  }
}

async function adminOf(scope: Scope): Promise<Actor> {
  const people = await roster(scope);
  const [admin] = [...withRole(people, 'admin'), ...withRole(people, 'finance')];
  if (admin === undefined)
    throw new DomainError(
      'conflict',
      'Nobody here is admin or finance yet: give somebody the role with /team.',
    );
  return { workspaceId: scope.workspace.id, memberId: admin.id };
}

function totalOf({ status, findings, answers, fileName }: ImportRow): string {
  if (findings.failure !== undefined) throw new DomainError('conflict', findings.failure);
  if (findings.total === undefined || answers === undefined)
    throw new DomainError('conflict', `${fileName} is ${status}: its card shows why.`);
  return `${rowsLine(findings.total, answers.asOf)}\n${matchLine(findings.total)}`;
}
