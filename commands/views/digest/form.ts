import type { Field, Form } from '../../../src/chat/types.ts';
import type { DigestSettings } from '../../../src/services/digest/settings.ts';

/** When the digest comes; whether it names people is asked only of whoever may decide that. */
export function digestForm(of: DigestSettings, asksForNames: boolean): Form {
  return {
    title: 'Digest',
    submit: 'Save',
    fields: [
      {
        kind: 'choice',
        name: 'on',
        label: 'Every business morning',
        options: [
          { value: 'on', label: 'in the team’s channel' },
          { value: 'off', label: 'not at all: only when somebody types /digest' },
        ],
        initial: of.digestOn ? 'on' : 'off',
      },
      { kind: 'text', name: 'at', label: 'At', hint: 'Such as 08:30', maxLength: 5, initial: of.digestAt },
      ...(asksForNames ? [names(of.namesMisses)] : []),
    ],
    action: { command: 'digest', action: 'settings', args: {} },
  };
}

function names(on: boolean): Field {
  return {
    kind: 'choice',
    name: 'names',
    label: 'Missed deadlines',
    hint: 'Ask your works council before you let it name people.',
    options: [
      { value: 'off', label: 'how many' },
      { value: 'on', label: 'how many, and whose' },
    ],
    initial: on ? 'on' : 'off',
  };
}

/** "The digest comes every business morning at 08:30 and counts missed deadlines without names." */
export function digestSettingsWords({ digestOn, digestAt, namesMisses }: DigestSettings): string {
  const when = digestOn
    ? `The digest comes every business morning at ${digestAt}`
    : 'The digest comes no more by itself; /digest shows it';
  return `${when}, and ${namesMisses ? 'names who missed a deadline' : 'counts missed deadlines without names'}.`;
}
