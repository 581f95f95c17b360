import type { FormValues } from '../src/chat/types.ts';
import { readReplyTo, type WorkspaceSettings } from '../src/services/workspace/change.ts';
import {
  readCap,
  readChannel,
  readCountry,
  readFloor,
  readRegion,
  readTime,
  readZone,
} from '../src/services/workspace/read.ts';
import type { Workspace } from '../src/services/scope.ts';
import type { collectErrors } from './field-errors.ts';
import { textOf } from './outcome.ts';

/** More than anybody can do in a day. */
const mostCalls = 500;
const mostCards = 100;

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
    creditor: read('replyTo', (text) => readCreditor(values, text)),
  };
  return isWhole(settings) ? settings : undefined;
}

type Read = { readonly [Key in keyof WorkspaceSettings]: WorkspaceSettings[Key] | undefined };

function isWhole(read: Read): read is WorkspaceSettings {
  return Object.values(read).every((value) => value !== undefined);
}

/** Parts that are empty are left out of a letter. */
function readCreditor(values: FormValues, replyTo: string): WorkspaceSettings['creditor'] {
  const parts = {
    name: textOf(values, 'creditorName'),
    address: textOf(values, 'creditorAddress'),
    replyTo: replyTo === '' ? '' : readReplyTo(replyTo),
    bankDetails: textOf(values, 'bankDetails'),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
}
