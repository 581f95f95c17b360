import { z } from 'zod';
import { slackMessage } from '../show.ts';
import type { Site } from '../site.ts';
import type { MessageRecord } from '../store/records.ts';
import { messagesOf, repliesOf } from '../store/state.ts';
import { count, flag, method, type Method } from './call.ts';
import { ApiError } from './errors.ts';
import { joinedChannelOrThrow } from './find.ts';
import { paged } from './paging.ts';

const window = {
  channel: z.string(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag.optional(),
  limit: count.optional(),
  cursor: z.string().optional(),
  include_all_metadata: flag.optional(),
};
type Window = z.output<z.ZodObject<typeof window>>;

export const historyMethods: Readonly<Record<string, Method>> = {
  /** Top-level messages, newest first. */
  'conversations.history': method('bot', z.object(window), (site, args) => {
    joinedChannelOrThrow(site, args.channel);
    const top = [...messagesOf(site.store.state, args.channel).values()].filter(
      (message) => message.threadTs === undefined && message.onlyFor === undefined,
    );
    return onePage(site, top.reverse(), args);
  }),

  /** The parent, then its replies, oldest first. */
  'conversations.replies': method('bot', z.object({ ...window, ts: z.string() }), (site, args) => {
    joinedChannelOrThrow(site, args.channel);
    const asked = messagesOf(site.store.state, args.channel).get(args.ts);
    const parent = asked?.threadTs ? messagesOf(site.store.state, args.channel).get(asked.threadTs) : asked;
    if (!parent || parent.onlyFor !== undefined) throw new ApiError('thread_not_found');
    return onePage(site, [parent, ...repliesOf(site.store.state, args.channel, parent.ts)], args);
  }),
};

function onePage(
  site: Site,
  messages: readonly MessageRecord[],
  args: Window,
): Readonly<Record<string, unknown>> {
  const page = paged(
    messages.filter((message) => isWithin(message.ts, args)),
    args.limit,
    args.cursor,
  );
  return {
    messages: page.items.map((message) => slackMessage(site, message, args.include_all_metadata)),
    has_more: page.next !== '',
    ...(page.next === '' ? {} : { response_metadata: { next_cursor: page.next } }),
  };
}

function isWithin(ts: string, { oldest, latest, inclusive = false }: Window): boolean {
  if (inclusive && (ts === oldest || ts === latest)) return true;
  return (
    (oldest === undefined || Number(ts) > Number(oldest)) &&
    (latest === undefined || Number(ts) < Number(latest))
  );
}
