import { DomainError } from '../../core/error.ts';
import { sampleFiles } from '../../import/sample/files.ts';
import { record } from '../audit/record.ts';
import { hasLedger } from '../home/figures.ts';
import { bringIn } from '../import/from-file.ts';
import { stewardOf } from '../import/steward.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';

/**
 * Fills an empty workspace with the sample ledger, told from its today, through the same import as any file: what is
 * tried on it is what happens with one's own.
 * @returns how many customers it has.
 * @throws DomainError `conflict` when there is a ledger already; `forbidden` for whoever does not look after it.
 */
export async function plantSample(office: Office, actor: Actor): Promise<number> {
  const { files, today } = await within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'plant the sample ledger');
    if (await hasLedger(scope))
      throw new DomainError(
        'conflict',
        'There is a ledger here already, and nothing in a ledger can be taken out: try the sample in a new workspace.',
      );
    await record(scope, [{ what: 'sample ledger planted', memberId: actor.memberId, details: {} }]);
    return { files: sampleFiles(scope.today, scope.calendar), today: scope.today };
  });
  for (const { name, content } of [files.invoices, files.customers])
    await bringIn(office, actor, {
      name,
      bytes: new TextEncoder().encode(content),
      answers: { asOf: today },
    });
  return files.customerCount;
}
