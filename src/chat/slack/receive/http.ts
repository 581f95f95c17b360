import { HTTPReceiver, LogLevel, type Logger } from '@slack/bolt';
import type { Line } from './line.ts';

export interface HttpLineOptions {
  readonly signingSecret: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** 127.0.0.1 unless said otherwise: Slack comes in through a proxy that speaks TLS. */
  readonly host?: string;
}

/** Slack's requests over HTTP at /slack/events, each checked for its signature and for being fresh. */
export function httpLine({ signingSecret, port, host = '127.0.0.1' }: HttpLineOptions, logger: Logger): Line {
  const receiver = new HTTPReceiver({ signingSecret, logger, logLevel: LogLevel.WARN });
  let open = false;
  return {
    receiver,
    open: async () => {
      const server = await receiver.start({ port, host });
      open = true;
      const address = server.address();
      return typeof address === 'object' && address ? { port: address.port } : {};
    },
    close: async () => {
      if (open) await receiver.stop();
    },
  };
}
