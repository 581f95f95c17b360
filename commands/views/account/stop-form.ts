import type { Form } from '../../../src/chat/types.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';
import { type SpokenKind, spokenKinds } from '../../../src/services/stop/kinds.ts';
import { amount } from '../words.ts';

const labels: Readonly<Record<SpokenKind, string>> = {
  insolvency: 'Insolvency: a court or an administrator decides',
  lawyer: 'A lawyer acts for them: write to the lawyer only',
  'do not contact': 'They must not be contacted',
};

/** Why nobody may press a customer any more. */
export function stopForm({ caseId, name, open }: CaseOverview): Form {
  return {
    title: 'Stop pressing',
    submit: 'Stop',
    intro: [
      {
        kind: 'text',
        text: [
          { bold: name },
          `\n${amount(open)} open. Calls, letters and claims stop at once, in all currencies, until somebody says that it is over.`,
        ],
      },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: 'Why',
        options: spokenKinds.map((value) => ({ value, label: labels[value] })),
      },
      {
        kind: 'text',
        name: 'said',
        label: 'Who said what',
        hint: 'The court’s file number, the lawyer’s name and address, or their words',
        multiline: true,
        maxLength: 500,
      },
      {
        kind: 'text',
        name: 'fileBy',
        label: 'Last day to file what we are owed',
        hint: 'In an insolvency, if the court said so',
        optional: true,
        maxLength: 40,
      },
    ],
    action: { command: 'account', action: 'stop', args: { case: caseId } },
  };
}

export function pressAgainForm({ caseId, name, stopped }: CaseOverview): Form {
  return {
    title: 'Press again',
    submit: 'Press again',
    intro: [
      {
        kind: 'text',
        text: [
          { bold: name },
          `\nStopped: ${stopped ?? 'no longer'}. From now on the ladder goes on by their dates; the days of the stop do not count as waiting.`,
        ],
      },
    ],
    fields: [{ kind: 'text', name: 'because', label: 'What changed?', multiline: true, maxLength: 500 }],
    action: { command: 'account', action: 'again', args: { case: caseId } },
  };
}
