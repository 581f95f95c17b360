import type { Field, Form } from '../../../src/chat/types.ts';
import { formatIban } from '../../../src/core/bank/iban.ts';
import { money } from '../../../src/core/money.ts';
import { decimalText } from '../../../src/core/money/format.ts';
import type { Workspace } from '../../../src/services/scope.ts';

/** How the team is set up, for an admin to change. */
export function settingsForm(of: Workspace): Form {
  return {
    title: 'Settings',
    submit: 'Save',
    fields: [...place(of), ...rhythm(of), ...letters(of), ...creditor(of)],
    action: { command: 'team', action: 'settings', args: {} },
  };
}

function place(of: Workspace): readonly Field[] {
  return [
    {
      kind: 'text',
      name: 'country',
      label: 'Country',
      hint: 'Such as DE',
      maxLength: 2,
      initial: of.country,
    },
    text('region', 'Region', of.region, 10, 'For its holidays, such as BY'),
    {
      kind: 'text',
      name: 'zone',
      label: 'Time zone',
      hint: 'Such as Europe/Berlin',
      maxLength: 60,
      initial: of.zone,
    },
    {
      kind: 'choice',
      name: 'dateOrder',
      label: 'How 11/12 is read',
      options: [
        { value: 'DMY', label: 'Day first: 11 December' },
        { value: 'MDY', label: 'Month first: 12 November' },
      ],
      initial: of.dateOrder,
    },
  ];
}

function rhythm(of: Workspace): readonly Field[] {
  return [
    text(
      'channel',
      'Team channel',
      of.teamChannel,
      60,
      'The channel as a mention, or its id from its details',
    ),
    { kind: 'text', name: 'digestAt', label: 'Digest at', maxLength: 5, initial: of.digestAt },
    {
      kind: 'text',
      name: 'calls',
      label: 'New calls a day for each person',
      maxLength: 6,
      initial: String(of.dailyCallCap),
    },
    {
      kind: 'text',
      name: 'cards',
      label: 'New cards a day in the channel',
      maxLength: 6,
      initial: String(of.dailyCardCap),
    },
    {
      kind: 'text',
      name: 'floor',
      label: 'Floor',
      hint: 'An invoice with less than this pressed earns no step',
      maxLength: 12,
      initial: hundredths(of.floor),
    },
    {
      kind: 'text',
      name: 'twoPersonsFrom',
      label: 'Two people lift a hold from',
      hint: 'By what was owed when it came on; with less one person lifts it',
      maxLength: 20,
      initial: hundredths(of.twoPersonsFrom),
    },
  ];
}

/** Of whatever currency: any with two decimals reads the same. */
const hundredths = (minor: bigint): string => decimalText(money(minor, 'EUR'));

function letters(of: Workspace): readonly Field[] {
  return [
    {
      kind: 'text',
      name: 'notice',
      label: 'Minutes before a letter goes',
      hint: 'So long it is announced and can be held back; 0: it just goes',
      maxLength: 3,
      initial: String(of.noticeMinutes),
    },
    {
      kind: 'choice',
      name: 'thanks',
      label: 'Thank customers who paid',
      options: [
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'When the last of what we wrote about is paid' },
      ],
      initial: of.thanks ? 'yes' : 'no',
    },
  ];
}

function creditor({ creditor: of }: Workspace): readonly Field[] {
  return [
    text('creditorName', 'Creditor: legal name', of.name, 120),
    { ...text('creditorAddress', 'Creditor: address', of.address, 300), multiline: true },
    text('replyTo', 'Answers to letters go to', of.replyTo, 254, 'A mail address'),
    text('iban', 'IBAN', of.iban && formatIban(of.iban), 60, 'With it letters in euros carry a payment code'),
    text('bic', 'BIC', of.bic, 20),
    text('bankName', 'Bank', of.bankName, 120),
    text('accountHolder', 'Account holder', of.accountHolder, 70, 'Empty: the legal name'),
    { ...text('bankDetails', 'More about how to pay', of.bankDetails, 300), multiline: true },
    text('taxId', 'VAT or tax id', of.taxId, 40),
    text('registration', 'Registered', of.registration, 120, 'Such as Amtsgericht München, HRB 123456'),
  ];
}

function text(
  name: string,
  label: string,
  initial: string | null | undefined,
  maxLength: number,
  hint?: string,
): Extract<Field, { kind: 'text' }> {
  return {
    kind: 'text',
    name,
    label,
    optional: true,
    maxLength,
    ...(hint === undefined ? {} : { hint }),
    ...(initial === null || initial === undefined ? {} : { initial }),
  };
}
