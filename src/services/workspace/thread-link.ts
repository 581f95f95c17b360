import { changeThreadLink } from '../../../db/queries/workspace/change.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Keeps where the platform shows threads, so that cards can link to them without asking for each. */
export async function learnThreadLink(office: Office, workspaceId: number, pattern: string): Promise<void> {
  await within(office, workspaceId, ({ tx }) => changeThreadLink(tx, workspaceId, pattern));
}

/** The address of the thread under a message; `pattern` is what `learnThreadLink` kept. */
export function threadLink(pattern: string, channelId: string, messageId: string): string {
  return pattern
    .replaceAll('{channel}', channelId)
    .replaceAll('{message}', messageId)
    .replaceAll('{digits}', messageId.replace(/\D/g, ''));
}
