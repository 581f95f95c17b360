import type { ImportFindings } from './row.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { mayMoveClock } from './confirm.ts';
import { importRow } from './row.ts';
import { stewardOf } from './steward.ts';

/** What is asked about a file before its preview, with what stands in the fields at first. */
export interface ImportQuestions {
  readonly importId: number;
  readonly fileName: string;
  /** Left out for files that are of no day. */
  readonly asOf?: string;
  /** Left out where everything but the day is as last time. */
  readonly place?: { readonly country: string; readonly zone: string };
  readonly currency?: Asked;
  readonly dateOrder?: Asked;
  readonly decimal?: Asked;
  /** Whether the business clock may go back to the export's day. */
  readonly clock: boolean;
}

export interface Asked {
  readonly question: string;
  readonly initial?: string;
}

/**
 * What is to be asked about a file: everything, or only what is not known from the last file with the same header.
 * @throws DomainError `not_found`, or `forbidden` for whoever does not look after the ledger.
 */
export async function importQuestions(
  office: Office,
  actor: Actor,
  importId: number,
  everything = true,
): Promise<ImportQuestions> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'import open items');
    const { fileName, kind, answers, findings } = await importRow(scope, importId);
    const isOpenItems = kind === 'open items';
    const { recognised, layout } = findings;
    const before = answers ?? layout?.answers;
    const known = everything ? undefined : layout?.answers;
    const asked = (answer: 'currency' | 'dateOrder' | 'decimal') =>
      known?.[answer] === undefined ? ask(recognised.missing, answer, before?.[answer]) : {};
    const { country, zone } = { ...scope.workspace, ...before };
    return {
      importId,
      fileName,
      ...(isOpenItems && { asOf: answers?.asOf ?? scope.today }),
      ...(isOpenItems && known === undefined && { place: { country, zone } }),
      ...asked('currency'),
      ...asked('dateOrder'),
      ...asked('decimal'),
      clock: isOpenItems && (await mayMoveClock(scope)),
    };
  });
}

function ask(
  missing: ImportFindings['recognised']['missing'],
  answer: 'currency' | 'dateOrder' | 'decimal',
  before: string | undefined,
): Pick<ImportQuestions, 'currency' | 'dateOrder' | 'decimal'> {
  const found = missing.find((each) => each.answer === answer);
  if (found === undefined) return {};
  const initial = before ?? found.suggestion;
  return { [answer]: { question: found.question, ...(initial && { initial }) } };
}
