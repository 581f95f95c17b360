import { finishedSince } from '../../../db/queries/import/files.ts';
import type { Scope } from '../scope.ts';
import type { ImportRow } from './row.ts';

/** Whether a newer import was finished since this one. */
export async function isOvertaken({ tx }: Scope, { id, doneAt }: ImportRow): Promise<boolean> {
  return doneAt !== null && (await finishedSince(tx, id, doneAt));
}
