import { expect, it } from 'vitest';
import { sdkLog } from '../../../src/chat/slack/sdk-log.ts';
import { silentLog } from '../stage.ts';

it('the SDK’s warnings reach our log without tokens, its chatter does not', () => {
  const lines: string[] = [];
  const write = (_: object, message: string): void => void lines.push(message);
  const logger = sdkLog({ ...silentLog, warn: write, error: write });
  logger.debug('Authorization: Bearer xoxb-1-2-secret');
  logger.info('connected');
  logger.warn('token xoxb-123-456-AbC is', new Error('not good for xapp-1-A0-99-ff'));
  logger.error('wss://wss-primary.slack.com/link/?ticket=abc-def&app_id=1 broke');
  expect(lines).toEqual([
    'token xoxb-… is not good for xapp-…',
    'wss://wss-primary.slack.com/link/?ticket=…&app_id=1 broke',
  ]);
});
