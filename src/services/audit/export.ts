import { csvText, utf8Mark } from '../../core/csv.ts';
import { type Member, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { type AuditFilter, auditPage, type ListedEntry } from './list.ts';

/** More rows than a spreadsheet is pleasant with: the earlier ones are had by asking for their days. */
const mostEntries = 100_000;

export interface HistoryFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly comment: string;
}

/**
 * The history that the viewer may see, as a CSV file, the latest first.
 * @param tell the entry's deed in words, to follow the name of whoever did it
 */
export async function historyFile(
  scope: Scope,
  viewer: Member,
  filter: AuditFilter,
  tell: (entry: ListedEntry) => string,
): Promise<HistoryFile> {
  const { entries, earlier } = await auditPage(scope, viewer, filter, { size: mostEntries });
  const people = await roster(scope);
  const who = ({ memberId }: ListedEntry) =>
    memberId === null ? 'Dunwell' : (people.get(memberId)?.name ?? 'somebody who left');
  const rows = entries.map((entry) => [
    entry.at.toISOString(),
    who(entry),
    tell(entry),
    entry.customer ?? '',
    entry.what,
    JSON.stringify(entry.details),
    entry.hash,
  ]);
  return {
    name: `history-${scope.today}.csv`,
    bytes: new TextEncoder().encode(utf8Mark + csvText([header, ...rows])),
    comment: `${entries.length} entries${earlier === undefined ? '' : '; earlier ones: ask for their days'}`,
  };
}

const header = ['Time (UTC)', 'Who', 'Did what', 'Customer', 'Recorded as', 'Details', 'Hash'];
