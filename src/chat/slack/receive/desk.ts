import type { WebClient } from '@slack/web-api';
import type { ChatLog } from '../../log.ts';
import type { ChatPort } from '../../port.ts';
import type { Router } from '../../router.ts';
import type { Pictures } from '../send/pictures.ts';

/** What every handler of Slack's requests works with. */
export interface Desk {
  readonly client: WebClient;
  readonly port: ChatPort;
  readonly pictures: Pictures;
  readonly router: Router;
  readonly log: ChatLog;
  readonly botUserId: string;
  /** Whether an id was met in the last ten minutes, by any process; remembers it from now on. */
  readonly seen: (id: string) => Promise<boolean>;
  /** How long a submission may take before the person is told to wait, in milliseconds. */
  readonly patienceMs: number;
}
