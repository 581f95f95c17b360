import { record } from '../../audit/record.ts';
import { refreshCards } from '../../outbox/card.ts';
import type { Scope } from '../../scope.ts';
import { rememberLayout } from '../layout.ts';
import { changeImport, type ImportRow } from '../row.ts';
import { planSide, shown } from './preview.ts';

/** Carries out a confirmed side file, worked out anew: the world may have moved since its preview. Cases are held. */
export async function runSide(scope: Scope, row: ImportRow): Promise<void> {
  const plan = await planSide(scope, row);
  await plan.apply(row.decidedBy ?? row.givenBy ?? 0);
  await rememberLayout(scope, row);
  const { recognised } = row.findings;
  await changeImport(scope, row.id, {
    status: 'done',
    progressPercent: 100,
    findings: { recognised, side: shown(plan) },
    doneAt: scope.now,
  });
  await refreshCards(scope, 'import', [String(row.id)]);
  await record(scope, [
    {
      what: 'file imported',
      ...(row.decidedBy === null ? {} : { memberId: row.decidedBy }),
      details: { import: row.id, file: row.fileName, kind: row.kind, did: plan.lines.join('; ') },
    },
  ]);
}
