import type { FormValues } from '../../src/chat/types.ts';
import { readBic, readIban } from '../../src/core/bank/iban.ts';
import { readReplyTo, type WorkspaceSettings } from '../../src/services/workspace/change.ts';
import {
  readCap,
  readChannel,
  readCountry,
  readFloor,
  readRegion,
  readTime,
  readTwoPersonsFrom,
  readZone,
} from '../../src/services/workspace/read.ts';
import type { Workspace } from '../../src/services/scope.ts';
import type { collectErrors } from '../reading/form-values.ts';
import { textOf } from '../reading/form-values.ts';

/** More than anybody can do in a day. */
const mostCalls = 500;
const mostCards = 100;

/** A letter announced for longer could not go on the day on which it is announced. */
const mostNoticeMinutes = 480;

/** The settings as a form says, or undefined with what is wrong kept in `errors`. */
export function readSettings(
  values: FormValues,
  platform: Workspace['platform'],
  errors: ReturnType<typeof collectErrors>,
): WorkspaceSettings | undefined {
  const read = <T>(field: string, reader: (text: string) => T): T | undefined =>
    errors.read(field, () => reader(textOf(values, field)));
  const country = read('country', readCountry);
  const settings = {
    country,
    region: country === undefined ? undefined : read('region', (text) => readRegion(country, text)),
    zone: read('zone', readZone),
    dateOrder: textOf(values, 'dateOrder') === 'MDY' ? ('MDY' as const) : ('DMY' as const),
    teamChannel: read('channel', (text) => readChannel(platform, text)),
    digestAt: read('digestAt', readTime),
    dailyCallCap: read('calls', (text) => readCap(text, mostCalls)),
    dailyCardCap: read('cards', (text) => readCap(text, mostCards)),
    floor: read('floor', readFloor),
    twoPersonsFrom: read('twoPersonsFrom', readTwoPersonsFrom),
    noticeMinutes: read('notice', (text) => readCap(text, mostNoticeMinutes)),
    thanks: textOf(values, 'thanks') === 'yes',
    creditor: readCreditor(values, read),
  };
  return isWhole(settings) ? settings : undefined;
}

type Read = { readonly [Key in keyof WorkspaceSettings]: WorkspaceSettings[Key] | undefined };

function isWhole(read: Read): read is WorkspaceSettings {
  return Object.values(read).every((value) => value !== undefined);
}

type ReadField = <T>(field: string, reader: (text: string) => T) => T | undefined;

/** Parts that are empty are left out of a letter. */
function readCreditor(values: FormValues, read: ReadField): WorkspaceSettings['creditor'] | undefined {
  const ifAny = (reader: (text: string) => string) => (text: string) => (text === '' ? '' : reader(text));
  const parts = {
    name: textOf(values, 'creditorName'),
    address: textOf(values, 'creditorAddress'),
    replyTo: read('replyTo', ifAny(readReplyTo)),
    iban: read('iban', ifAny(readIban)),
    bic: read('bic', ifAny(readBic)),
    bankName: textOf(values, 'bankName'),
    accountHolder: textOf(values, 'accountHolder'),
    bankDetails: textOf(values, 'bankDetails'),
    taxId: textOf(values, 'taxId'),
    registration: textOf(values, 'registration'),
  };
  const entries = Object.entries(parts);
  if (entries.some(([, text]) => text === undefined)) return undefined;
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}
