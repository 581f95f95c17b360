import type { Part } from '../../../src/chat/types.ts';
import { stageAt } from '../../../src/services/import/stages.ts';
import type { ImportView } from '../../../src/services/import/view.ts';

const barLength = 20;

/** How far an import is: a bar that moves, and what it is doing. */
export function progressParts({ row, decidedBy }: ImportView): readonly Part[] {
  const { progressPercent: percent } = row;
  const filled = Math.round((percent / 100) * barLength);
  const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled);
  return [
    { kind: 'text', text: [{ code: bar }, ` ${percent} % · ${stageAt(percent)}`] },
    { kind: 'small', text: `Confirmed by ${decidedBy ?? 'somebody'}. All of it is imported, or nothing.` },
  ];
}
