import type { ChatPort } from '../chat/port.ts';
import type { Router } from '../chat/router.ts';
import { connectSlack, type SlackConnection } from '../chat/slack/receive.ts';
import type { Config } from '../config.ts';
import { DomainError } from '../core/error.ts';
import type { Office } from '../services/ports.ts';
import { seenBefore } from '../services/request/seen.ts';
import { createDesk } from './desk.ts';
import type { Local } from './local.ts';
import { slackRefusal } from './refusals.ts';
import { settleIn } from './settle-in.ts';

export interface Chat {
  readonly workspaceId: number;
  readonly router: Router;
  readonly slack: SlackConnection;
  readonly chatOf: () => ChatPort | undefined;
}

/**
 * Signs in to the chat platform and opens its workspace. Requests come only once the connection is started, so
 * nobody meets a workspace that is not there yet.
 */
export async function connectChat(config: Config, office: Office, local: Local | undefined): Promise<Chat> {
  const known: { slack?: SlackConnection; workspaceId?: number } = {};
  const workspaceOf = (teamId: string): number => {
    if (known.slack?.teamId === teamId && known.workspaceId !== undefined) return known.workspaceId;
    throw new DomainError('unavailable', 'Dunwell is still starting: try again in a moment.');
  };
  const chatOf = (): ChatPort | undefined => known.slack?.port;
  const router = createDesk({ office, workspaceOf, chatOf });
  const seen = (key: string): Promise<boolean> => seenBefore(office, known.workspaceId ?? 0, key);
  const access = accessOf(config, local);
  const slack = await connectSlack({ ...access, router, log: office.log, seen }).catch(refused);
  known.slack = slack;
  known.workspaceId = await settleIn(config, office, slack, local !== undefined).catch(refused);
  return { workspaceId: known.workspaceId, router, slack, chatOf };
}

function refused(error: unknown): never {
  throw slackRefusal(error, 'SLACK_BOT_TOKEN');
}

function accessOf({ slack }: Config, local: Local | undefined) {
  if (local !== undefined)
    return { botToken: local.botToken, appToken: local.appToken, apiUrl: local.workspace.apiUrl };
  if (slack !== undefined) return slack;
  throw new Error('there is neither a platform nor a local workspace');
}
