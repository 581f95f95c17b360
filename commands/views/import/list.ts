import type { Card, Part } from '../../../src/chat/types.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { ImportList, ListedImport } from '../../../src/services/import/list.ts';
import { sampleButton } from './sample.ts';

/** How fresh the ledger is, how to bring it up to date, and the latest files. */
export function importListCard(list: ImportList): Card {
  return {
    title: 'Import files',
    summary: 'Import files',
    parts: [
      { kind: 'text', text: [{ bold: freshness(list) }] },
      {
        kind: 'text',
        text: 'Drop a file into our direct messages, as your books export it: Excel or CSV, with open items, payments, credit notes, contacts, owners or terms, or a bank statement. It is shown before anything is booked.',
      },
      ...list.imports.map((one) => listedPart(one, list)),
      ...coverPart(list),
    ],
  };
}

function freshness({ covers, stale, today }: ImportList): string {
  if (covers === null) return 'There is no ledger yet';
  const day = formatDate(businessDate(covers), { today });
  return stale
    ? `The ledger is as of ${day}: it is stale, letters and broken-promise verdicts wait`
    : `The ledger is as of ${day}`;
}

function listedPart({ id, fileName, status, asOf }: ListedImport, { today }: ImportList): Part {
  const day = asOf === null ? '' : ` as of ${formatDate(businessDate(asOf), { today })}`;
  return {
    kind: 'row',
    text: [fileName, ` · ${stateWords[status]}${day}`],
    buttons: [{ label: 'Show', action: { command: 'import', action: 'show', args: { import: id } } }],
  };
}

const stateWords: Readonly<Record<ListedImport['status'], string>> = {
  received: 'waits to be confirmed',
  running: 'is being imported',
  done: 'imported',
  failed: 'not imported',
  cancelled: 'cancelled',
};

/** Of a day that is not over yet there is nothing to add. */
function coverPart({ covers, today }: ImportList): readonly Part[] {
  if (covers === null) return [{ kind: 'buttons', buttons: [sampleButton] }];
  if (covers >= today) return [];
  return [
    {
      kind: 'buttons',
      buttons: [{ label: 'Nothing is missing…', action: { command: 'import', action: 'cover', args: {} } }],
    },
  ];
}
