import type { Message } from '../../api.ts';
import { dayIn, instantOf } from '../time/format.ts';

export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly instant: Date }
  | { readonly kind: 'new'; readonly key: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: Message;
      readonly isContinued: boolean;
    };

const TOGETHER_MS = 300_000;

/**
 * The messages with a line before each day and one before the first that is new. A message that follows its
 * author's last one within five minutes goes without name and picture.
 */
export function arrange(
  messages: readonly Message[],
  zone: string,
  firstNew: string | undefined,
): readonly Row[] {
  return messages.flatMap((message, index): readonly Row[] => {
    const before = messages[index - 1];
    const instant = instantOf(message);
    const opensDay = before === undefined || dayIn(instantOf(before), zone) !== dayIn(instant, zone);
    const isNew = message.ts === firstNew;
    return [
      ...(opensDay ? [{ kind: 'day', key: `day ${message.ts}`, instant } as const] : []),
      ...(isNew ? [{ kind: 'new', key: 'new' } as const] : []),
      {
        kind: 'message',
        key: message.ts,
        message,
        isContinued: !opensDay && !isNew && continues(before, message),
      },
    ];
  });
}

const continues = (before: Message, message: Message): boolean =>
  before.user === message.user &&
  before.onlyFor === message.onlyFor &&
  before.replyCount === undefined &&
  instantOf(message).getTime() - instantOf(before).getTime() < TOGETHER_MS;
