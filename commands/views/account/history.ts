import type { Card, Part } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { AuditRow } from '../../../src/services/case/history.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';
import { deed } from '../audit/deeds.ts';
import { at, nameOf, type People } from '../words.ts';

export interface HistoryPage {
  readonly of: CaseOverview;
  readonly rows: readonly AuditRow[];
  /** Where the earlier page begins. */
  readonly earlier: number | undefined;
  readonly people: People;
  readonly today: BusinessDate;
}

/** What happened to a case, the latest first: who did what, and what the engine did by itself. */
export function historyCard(page: HistoryPage): Card {
  const { of, rows } = page;
  const lines = rows.map((row) => line(row, page)).join('\n');
  return {
    title: `History: ${of.name}`.slice(0, 140),
    summary: `History of ${of.name}`,
    parts: [
      { kind: 'text', text: rows.length === 0 ? 'Nothing was written down yet.' : lines },
      ...turning(page),
    ],
  };
}

function line(row: AuditRow, { of, people, today }: HistoryPage): string {
  const who = row.memberId === null ? 'Dunwell' : nameOf(people, row.memberId);
  return `${at(row.at, of.zone, today)} · ${who} ${deed(row, { currency: of.currency, today })}`;
}

function turning({ of, earlier }: HistoryPage): readonly Part[] {
  if (earlier === undefined) return [];
  const args = { case: of.caseId, before: earlier };
  return [
    {
      kind: 'buttons',
      buttons: [{ label: 'Earlier', action: { command: 'account', action: 'history', args } }],
    },
  ];
}
