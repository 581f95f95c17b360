import type { Card } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { dayWord } from '../words.ts';

/** Says that the ledger has fallen behind, what waits for it, and the two ways out. */
export function staleCard(covers: string | null, today: BusinessDate): Card {
  const as =
    covers === null
      ? 'There is no ledger data yet'
      : `The ledger is as of ${dayWord(businessDate(covers), today)}`;
  return {
    summary: 'The ledger is stale',
    parts: [
      {
        kind: 'text',
        text: [
          { bold: as },
          '. Until newer data is in, letters and broken-promise verdicts wait, and calls say how old the figures are.',
        ],
      },
      { kind: 'text', text: 'Drop a newer open-items file here; or, if nothing came in since, say so.' },
      {
        kind: 'buttons',
        buttons: [{ label: 'Nothing is missing…', action: { command: 'import', action: 'cover', args: {} } }],
      },
    ],
  };
}
