import { type ToldAnnouncement, toldAnnouncements } from '../../../db/queries/announcement/find.ts';
import { formatMoney, money } from '../../core/money.ts';
import { type CaseFile, loadCaseFiles, pressedSumOf } from '../case/file.ts';
import { sumOf } from '../letter/frozen.ts';
import type { Scope } from '../scope.ts';

/** The subject of a message to one person: the letters of one moment whose cases have no card in the channel. */
export interface Going {
  readonly reader: number;
  readonly goesAt: Date;
}

export const goingSubject = ({ reader, goesAt }: Going): string => `${reader}:${goesAt.getTime()}`;

export function parseGoing(subject: string): Going {
  const [reader, goesAt] = subject.split(':').map(Number);
  return { reader: reader ?? 0, goesAt: new Date(goesAt ?? 0) };
}

export interface GoingLetter extends ToldAnnouncement {
  /** What it asks for as things stand, or asked for when it went. */
  readonly amount: string;
}

/** What such a message says now, in the order in which they were announced. */
export async function goingLetters(scope: Scope, going: Going): Promise<readonly GoingLetter[]> {
  const told = await toldAnnouncements(scope.tx, going.reader, going.goesAt);
  const waiting = told.filter(({ row }) => row.status === 'waiting').map(({ row }) => row.caseId);
  const files = new Map((await loadCaseFiles(scope, waiting)).map((file) => [file.facts.caseId, file]));
  return told.map((one) => ({ ...one, amount: amountOf(scope, one, files.get(one.row.caseId)) }));
}

/** While it waits, what was paid meanwhile is asked for no more. */
function amountOf(scope: Scope, { row, letter }: ToldAnnouncement, file: CaseFile | undefined): string {
  if (letter !== null) return sumOf(letter);
  if (file === undefined) return row.amount;
  return formatMoney(money(pressedSumOf(file, row.invoices, scope.now), file.facts.currency));
}
