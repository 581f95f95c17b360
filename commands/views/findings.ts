import type { Button, Card, Part, Text } from '../../src/chat/types.ts';
import type { AuditorReport, AuditorRunRow, ToldFinding } from '../../src/services/auditor/report.ts';
import { type FindingsReader, findingWords } from './findings/words.ts';
import { at, count, nameOf, onDay } from './words.ts';

/** More rows would be a list to scroll through; the command shows them. */
const mostRows = 10;

/** The message of one run to an admin: what is new, as it stands by now. Nothing: all of it is told anew elsewhere. */
export function findingsCard(findings: readonly ToldFinding[], reader: FindingsReader): Card | undefined {
  if (findings.length === 0) return undefined;
  const open = findings.filter(({ status }) => status === 'open').length;
  const title = open === 0 ? 'All is as it should be again' : `${count(open, 'thing')} not as it should be`;
  return { title, summary: title, parts: rows(findings, reader) };
}

/** What the last run looked at, and all that is wrong after it. */
export function auditorCard({ run, findings }: AuditorReport, reader: FindingsReader): readonly Part[] {
  if (run === undefined) return [{ kind: 'small', text: 'The nightly check has not run yet.' }];
  const looked = lookedAt(run, reader);
  if (findings.length === 0)
    return [{ kind: 'text', text: [{ bold: 'Nothing is late, lost or out of balance' }, `\n${looked}`] }];
  return [
    {
      kind: 'text',
      text: [{ bold: `${count(findings.length, 'thing')} not as it should be` }, `\n${looked}`],
    },
    ...rows(findings, reader),
  ];
}

function lookedAt(
  { at: when, casesLookedAt, casesInAll }: AuditorRunRow,
  { zone, today }: FindingsReader,
): string {
  const part =
    casesLookedAt < casesInAll
      ? `${casesLookedAt.toLocaleString('en')} of ${count(casesInAll, 'case')} (the others in the next nights)`
      : count(casesInAll, 'case');
  return `Looked at ${at(when, zone, today, onDay)}: ${part}, their promises, rests, approvals and balances; tasks, messages, letters, routines and the clock.`;
}

function rows(findings: readonly ToldFinding[], reader: FindingsReader): readonly Part[] {
  const shown = findings.slice(0, mostRows).map((one) => row(one, reader));
  const more = findings.length - mostRows;
  return more > 0
    ? [
        ...shown,
        {
          kind: 'small',
          text: `And ${more.toLocaleString('en')} more: see /audit check once these are mended.`,
        },
      ]
    : shown;
}

function row(finding: ToldFinding, reader: FindingsReader): Part {
  const { wrong, help } = findingWords(finding, reader);
  const who = finding.customer === undefined ? [] : [{ bold: finding.customer }, ' · '];
  const since =
    finding.since === null ? '' : ` · since ${at(finding.since, reader.zone, reader.today, onDay)}`;
  const text: Text = [...who, `${wrong}${since}\n`, stateOf(finding, reader) ?? help];
  const buttons = buttonsOf(finding);
  return finding.status === 'gone' || buttons.length === 0
    ? { kind: 'text', text }
    : { kind: 'row', text, buttons };
}

function stateOf({ status, goneAt, seenBy }: ToldFinding, reader: FindingsReader): string | undefined {
  if (status === 'gone')
    return goneAt === null ? 'Well again.' : `Well again, ${at(goneAt, reader.zone, reader.today, onDay)}.`;
  return seenBy === null ? undefined : `${nameOf(reader.people, seenBy)} looks after it.`;
}

/** What is mended already needs nobody. */
function buttonsOf({ id, caseId, seenBy, mended }: ToldFinding): readonly Button[] {
  return [
    ...(seenBy === null && !mended
      ? [{ label: 'I look after it', action: { command: 'audit', action: 'seen', args: { finding: id } } }]
      : []),
    ...(caseId === null
      ? []
      : [{ label: 'Open file', action: { command: 'account', action: 'show', args: { case: caseId } } }]),
  ];
}
