import { SocketModeReceiver, type Logger } from '@slack/bolt';
import type { ChatLog } from '../../log.ts';
import { PATIENCE } from '../limits.ts';
import { keepTrying } from './keep-trying.ts';
import type { Line } from './line.ts';

/**
 * A Socket Mode connection that comes back at once when Slack renews it, and with growing pauses when it is lost. The
 * SDK's own way waits five seconds each time and ends the process when Slack refuses (a rejection nobody handles).
 * Opening it rejects when the first connection cannot be made.
 */
export function socketLine(appToken: string, apiUrl: string, logger: Logger, log: ChatLog): Line {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, timeout: PATIENCE.requestMs },
    },
  });
  const { client } = receiver;
  const again = keepTrying(() => client.start(), log);
  let open = false;
  client.on('disconnected', () => {
    if (open) again.begin();
  });
  return {
    receiver,
    open: async () => {
      await client.start();
      open = true;
      return {};
    },
    close: async () => {
      open = false;
      await again.end();
      await client.disconnect();
    },
  };
}
