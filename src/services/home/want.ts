import { type Concerned, wantHomes } from '../../../db/queries/home/want.ts';
import type { Scope } from '../scope.ts';

export type { Concerned } from '../../../db/queries/home/want.ts';

/** Has the opened Homes of those concerned brought up to date once this transaction is committed. */
export async function refreshHomes(scope: Scope, whom: Concerned | 'everybody'): Promise<void> {
  if ((await wantHomes(scope.tx, whom)) > 0) scope.wake('deliver');
}
