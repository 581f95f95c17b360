import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { CheckName } from '../../../src/services/auditor/found.ts';
import type { ToldFinding } from '../../../src/services/auditor/report.ts';
import { at, count, nameOf, onDay, restWords, type People, stepLabel } from '../words.ts';

/** Who reads, and who is who. */
export interface FindingsReader {
  readonly today: BusinessDate;
  readonly zone: string;
  readonly people: People;
}

/** What is wrong, and what Dunwell does about it or the reader can do. */
export interface FindingWords {
  readonly wrong: string;
  readonly help: string;
}

/** A finding in words. */
export function findingWords(finding: ToldFinding, reader: FindingsReader): FindingWords {
  const { wrong, help } = sentences[finding.check as CheckName](factsOf(finding, reader));
  return { wrong, help: finding.facts['again'] === true ? looksInVain : help };
}

/** The facts of a finding as words. */
interface Facts {
  readonly finding: ToldFinding;
  readonly reader: FindingsReader;
  readonly text: (name: string) => string;
  readonly moment: (name: string) => string;
  readonly day: (name: string) => string;
  /** "3 messages". */
  readonly n: (one: string, many?: string) => string;
}

function factsOf(finding: ToldFinding, reader: FindingsReader): Facts {
  const text = (name: string): string => String(finding.facts[name] ?? '');
  return {
    finding,
    reader,
    text,
    moment: (name) => at(new Date(text(name)), reader.zone, reader.today, onDay),
    day: (name) => onDay(businessDate(text(name)), reader.today),
    n: (one, many) => count(Number(finding.facts['n'] ?? 0), one, many),
  };
}

const looksAfresh = 'Dunwell looks at the case afresh now; there is nothing to do.';
const looksInVain =
  'Dunwell looked at the case afresh, and that did not help: look at its file, and at the server’s log.';
const restart = 'Look at the server’s log, and start Dunwell again.';

const sentences: Readonly<Record<CheckName, (of: Facts) => FindingWords>> = {
  'late wake': ({ finding, moment }) => ({
    wrong: `something is due ${moment('due')}, and nobody would have looked ${finding.facts['planned'] === null ? 'ever' : `before ${moment('planned')}`}`,
    help: looksAfresh,
  }),
  'not looked at': ({ n }) => ({
    wrong: `${n('case is', 'cases are')} due, and nobody looks at them`,
    help: `Nothing is done for them until then. ${restart}`,
  }),
  'set aside': ({ finding, text }) => ({
    wrong: `cannot be judged${finding.facts['error'] === null ? '' : ` (${text('error')})`}, so nothing is done about it`,
    help: 'Dunwell tries again every hour; the server’s log says what is wrong.',
  }),
  'no next moment': ({ text }) => ({
    wrong: `money is owed, and nothing will bring it up again (${restWords(text('because'))})`,
    help: 'Raise it with /escalate, or agree on something with /promise or /plan.',
  }),
  'missed deadline': ({ finding, reader }) => ({
    wrong: `the deadline of ${taskOf(finding, reader)} passed, and nobody took it over`,
    help: looksAfresh,
  }),
  nobody: ({ finding, reader }) => ({
    wrong: `${taskOf(finding, reader)} is in the hands of somebody who is not here any more`,
    help: 'Give the customer to somebody with /assign.',
  }),
  promise: ({ text, day }) => ({
    wrong: `the promise of ${text('amount')} for ${day('due')} is ${text('verdict')} by the ledger, and still ${text('status')} here`,
    help: looksAfresh,
  }),
  pause: () => ({ wrong: 'its pause is over and did not end', help: looksAfresh }),
  plan: () => ({ wrong: 'its instalment plan says something else than the ledger', help: looksAfresh }),
  dispute: ({ finding }) =>
    finding.facts['why'] === 'paid'
      ? { wrong: 'a dispute rests what is paid already', help: looksAfresh }
      : {
          wrong: 'a dispute waits, and nobody has the task to look into it',
          help: 'Answer it in its thread, or raise it anew with /dispute.',
        },
  hold: ({ finding, text }) => ({
    wrong:
      finding.facts['why'] === 'paid'
        ? `the ${text('hold')} hold is on, though everything is paid`
        : `the ${text('hold')} hold is lifted against a promise that is over`,
    help: looksAfresh,
  }),
  approval: ({ text }) => ({
    wrong: `the approval of “${stepLabel(text('what'))}” waits, and nobody was reminded`,
    help: looksAfresh,
  }),
  balance: ({ finding }) => ({
    wrong: balanceWords(finding),
    help: 'Dunwell changes no balance by a guess: compare the file with your books, and with a backup.',
  }),
  message: ({ finding, reader, n }) => {
    const what = `${n('message')} to ${placeOf(finding, reader)}`;
    return finding.facts['status'] === 'parked'
      ? {
          wrong: `${what} could not be sent${troubleOf(finding)}`,
          help: 'Not tried again: see that Dunwell may write there, and what the file says.',
        }
      : {
          wrong: `${what} waited too long${troubleOf(finding)}`,
          help: 'Dunwell goes on trying: see that the chat or mail server answers.',
        };
  },
  card: ({ text, n }) => ({
    wrong: `${n(`${text('kind')} card`)} cannot be brought up to date`,
    help: 'Their messages may have been deleted; /account shows what is true.',
  }),
  letter: ({ text }) => ({
    wrong: `nobody knows what became of a ${text('letter')} (${text('status')})`,
    help: 'See /letter: report it as returned, or send it again.',
  }),
  announcement: ({ text }) => ({
    wrong: `a ${text('letter')} stands announced, and its time has passed`,
    help: looksAfresh,
  }),
  stop: ({ finding, text }) =>
    finding.facts['why'] === 'nobody'
      ? {
          wrong: `pressing stopped (${text('stop')}), and nobody is asked to confirm it`,
          help: 'Confirm it in /account, or have them pressed again.',
        }
      : {
          wrong: `“${stepLabel(text('step'))}” was done although pressing had stopped (${text('stop')})`,
          help: 'See its file for what they heard, and put it right with them.',
        },
  routine: ({ finding, reader }) =>
    finding.facts['planned'] === true
      ? { wrong: `${routineOf(finding, reader)} did not come`, help: restart }
      : {
          wrong: `${routineOf(finding, reader)} was not planned any more`,
          help: 'Dunwell planned it anew; there is nothing to do.',
        },
  import: ({ text }) => ({ wrong: `the import of ${text('file')} does not end`, help: restart }),
  history: ({ finding, text }) => ({
    wrong:
      finding.facts['why'] === 'changed'
        ? `entry ${text('entry')} of the history (${text('what')}) was changed after it was written`
        : `entry ${text('entry')} of the history (${text('what')}) does not follow the one before: entries were taken out or rewritten`,
    help: 'Compare the history with a backup; whoever owns the database can say what was done.',
  }),
  clock: ({ moment }) => ({
    wrong: `the clock stands before what was already done (${moment('latest')})`,
    help: 'What is due waits until the clock has caught up: set the server’s clock right.',
  }),
};

function taskOf({ facts }: ToldFinding, { people }: FindingsReader): string {
  return `${nameOf(people, Number(facts['holder']))}’s task (${stepLabel(String(facts['what']))})`;
}

function balanceWords({ facts }: ToldFinding): string {
  if (facts['cash'] !== undefined) return `more cash was allocated than came in (${String(facts['cash'])})`;
  if (facts['ledger'] !== undefined)
    return `the ledger’s receivables make ${String(facts['ledger'])}, the invoices ${String(facts['invoices'])}`;
  if (facts['first'] !== undefined)
    return `${count(Number(facts['n'] ?? 0), 'posting')} move nothing, from number ${String(facts['first'])} on`;
  return `invoice ${String(facts['invoice'])} says ${String(facts['says'])} open of ${String(facts['saysTotal'])}; its postings make ${String(facts['posted'])} of ${String(facts['postedTotal'])}`;
}

function placeOf({ facts, customer }: ToldFinding, { people }: FindingsReader): string {
  const [kind, id] = String(facts['to']).split(':');
  switch (kind) {
    case 'member':
      return nameOf(people, Number(id));
    case 'case':
      return `the thread of ${customer ?? 'a case'}`;
    case 'mail':
      return `${customer ?? 'a customer'} by mail`;
    default:
      return 'the channel';
  }
}

function troubleOf({ facts }: ToldFinding): string {
  return facts['trouble'] === null || facts['trouble'] === undefined ? '' : ` (${String(facts['trouble'])})`;
}

function routineOf({ facts, subject }: ToldFinding, { people }: FindingsReader): string {
  const [kind] = subject.split(':');
  const person = facts['member'] === null ? '' : nameOf(people, Number(facts['member']));
  switch (kind) {
    case 'digest':
      return 'the digest';
    case 'auditor':
      return 'this check';
    case 'morning':
      return `the morning list of ${person}`;
    case 'away':
      return `the hand-over for the absence of ${person}`;
    default:
      return `the return of ${person}`;
  }
}
