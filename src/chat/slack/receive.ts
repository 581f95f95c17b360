import { App, LogLevel, type BlockAction, type ViewSubmitAction } from '@slack/bolt';
import type { ChatLog } from '../log.ts';
import { ChatError, type ChatPort } from '../port.ts';
import type { Router } from '../router.ts';
import { PATIENCE } from './limits.ts';
import type { Desk } from './receive/desk.ts';
import { createDoor } from './receive/door.ts';
import { onFileShared, onMessage } from './receive/file.ts';
import { onHomeOpened } from './receive/home.ts';
import { onUserChange } from './receive/left.ts';
import { httpLine, type HttpLineOptions } from './receive/http.ts';
import type { Line } from './receive/line.ts';
import { onPress } from './receive/press.ts';
import { onShortcut } from './receive/shortcut.ts';
import { onSlash } from './receive/slash.ts';
import { socketLine } from './receive/socket.ts';
import { createRunOnce } from './receive/submissions.ts';
import { onSubmit } from './receive/submit.ts';
import { sdkLog } from './sdk-log.ts';
import { createSlackClient, createSlackPort, SLACK_API } from './send.ts';
import { attempt } from './send/failure.ts';
import { createPictures } from './send/pictures.ts';

/** Requests come over Socket Mode (with an app token) or over HTTP (with a signing secret). */
export type SlackOptions = ({ readonly appToken: string } | HttpLineOptions) & {
  readonly botToken: string;
  /** Slack's Web API unless said otherwise. */
  readonly apiUrl?: string;
  readonly router: Router;
  readonly log: ChatLog;
  /** Whether an id was met in the last ten minutes, by any process; remembers it from now on. */
  readonly seen: (id: string) => Promise<boolean>;
  /** How long a submission may take before the person is told to wait, in milliseconds. */
  readonly patienceMs?: number;
};

export interface SlackConnection {
  /** Resolves when requests can come; `port` is where, if they come over HTTP. */
  readonly start: () => Promise<{ readonly port?: number }>;
  /** Takes no more requests; resolves when those taken are answered. */
  readonly stop: () => Promise<void>;
  readonly port: ChatPort;
  readonly teamId: string;
  readonly botUserId: string;
  /** A message's thread on the web, with `{channel}`, `{message}` and `{digits}` (those of the message) in their places. */
  readonly threadLink: string | undefined;
}

/** Signs in and prepares to receive. Throws `ChatError` when Slack cannot be reached or refuses the token. */
export async function connectSlack(options: SlackOptions): Promise<SlackConnection> {
  const { botToken, apiUrl = SLACK_API, router, log, seen, patienceMs = PATIENCE.submissionMs } = options;
  const client = createSlackClient(botToken, apiUrl, log);
  const self = await attempt('repeatable', () => client.auth.test());
  const { team_id: teamId, user_id: botUserId, bot_id: botId } = self;
  if (!teamId || !botUserId || !botId) throw new ChatError({ kind: 'refused' }, 'not_a_bot_token');
  const pictures = createPictures(client);
  const port = createSlackPort({ client, botToken, botUserId, apiUrl, pictures });
  const desk: Desk = { client, port, pictures, router, log, botUserId, seen, patienceMs };
  const logger = sdkLog(log);
  const line =
    'appToken' in options ? socketLine(options.appToken, apiUrl, logger, log) : httpLine(options, logger);
  const door = createDoor(desk);
  listen(desk, door.enter, line, { botToken, botUserId, botId, apiUrl });
  return {
    start: line.open,
    stop: async () => {
      await door.close();
      await line.close();
    },
    port,
    teamId,
    botUserId,
    threadLink: self.url && `${self.url}archives/{channel}/p{digits}?thread_ts={message}&cid={channel}`,
  };
}

interface Self {
  readonly botToken: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly apiUrl: string;
}

/** Who we are is known, so Bolt need not ask; it writes into its client options, so they are its own. */
function listen(desk: Desk, enter: ReturnType<typeof createDoor>['enter'], line: Line, self: Self): void {
  const { botToken, botUserId, botId, apiUrl } = self;
  const runOnce = createRunOnce();
  const app = new App({
    token: botToken,
    botUserId,
    botId,
    receiver: line.receiver,
    convoStore: false,
    logger: sdkLog(desk.log),
    logLevel: LogLevel.WARN,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 } },
  });
  app.use(enter);
  app.command(/.*/, (args) => onSlash(desk, args));
  app.action<BlockAction>({ type: 'block_actions' }, (args) => onPress(desk, args));
  app.shortcut(/.*/, (args) => onShortcut(desk, args));
  app.view<ViewSubmitAction>({ type: 'view_submission' }, (args) => onSubmit(desk, runOnce, args));
  app.event('message', (args) => onMessage(desk, args));
  app.event('app_home_opened', (args) => onHomeOpened(desk, args));
  app.event('user_change', (args) => onUserChange(desk, args));
  app.event('file_shared', (args) => onFileShared(desk, args));
  app.error((error) => Promise.resolve(desk.log.error({ err: error }, 'A request of Slack’s failed')));
}
