import { z } from 'zod';
import { readContent } from '../content.ts';
import { edit, post, remove } from '../posting.ts';
import type { Site } from '../site.ts';
import { messagesOf } from '../store/state.ts';
import { ApiError } from '../web-api/errors.ts';
import type { ResponseRight } from './response-urls.ts';

const flag = z.union([
  z.boolean(),
  z.literal('true').transform(() => true),
  z.literal('false').transform(() => false),
]);

const response = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['in_channel', 'ephemeral']).optional(),
  replace_original: flag.optional(),
  delete_original: flag.optional(),
  thread_ts: z.string().optional(),
});

/**
 * Does what an app answered, in an acknowledgement of a slash command or through a response_url: a new message for
 * one person (or the channel), or a change of the message they pressed on. Throws `ApiError`.
 */
export function respond(site: Site, right: ResponseRight, body: unknown): void {
  const read = response.safeParse(body);
  if (!read.success)
    throw new ApiError(
      'invalid_payload',
      read.error.issues.map(({ message }) => message),
    );
  const { delete_original: deletes, replace_original: replaces, response_type: type } = read.data;
  if (deletes) return removeOriginal(site, right);
  const content = readContent(site, read.data);
  if (replaces && right.messageTs !== undefined) {
    edit(site, original(site, right), content);
    return;
  }
  const threadTs = read.data.thread_ts ?? right.threadTs;
  post(site, {
    channel: right.channel,
    user: site.options.bot.userId,
    ...content,
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(type === 'in_channel' ? {} : { onlyFor: right.userId }),
  });
}

function removeOriginal(site: Site, right: ResponseRight): void {
  remove(site, original(site, right));
}

function original(site: Site, right: ResponseRight) {
  const message = messagesOf(site.store.state, right.channel).get(right.messageTs ?? '');
  if (!message) throw new ApiError('message_not_found');
  return message;
}
