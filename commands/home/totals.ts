import type { Part } from '../../src/chat/types.ts';
import { digestFigures } from '../../src/services/digest/figures.ts';
import { digestCard } from '../views/digest.ts';
import { heading, holds, line, type Section } from './section.ts';

/** The whole ledger and whether letters go out, for those who answer for both. */
export const totalsSection: Section = async (scope, person) => {
  if (!holds(person, 'manager', 'lead')) return [];
  const { parts } = digestCard(await digestFigures(scope));
  return [
    heading('All customers'),
    ...parts,
    ...(holds(person, 'manager') ? letters(scope.workspace.shadow) : []),
  ];
};

function letters(shadow: boolean): readonly Part[] {
  if (!shadow) return [line('Letters go out to customers.')];
  return [
    {
      kind: 'row',
      text: 'Shadow mode: letters are shown to the team and go to nobody',
      buttons: [{ label: 'Let letters out…', action: { command: 'team', action: 'letters', args: {} } }],
    },
  ];
}
