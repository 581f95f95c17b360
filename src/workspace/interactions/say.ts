import type { File, Post } from '../api.ts';
import { composeText } from '../composer.ts';
import { mintId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { findChannel, findUser, isMember } from '../people.ts';
import { post, tellApp } from '../posting.ts';
import { pageFile } from '../show.ts';
import type { Site } from '../site.ts';
import type { MessageRecord } from '../store/records.ts';
import { messagesOf } from '../store/state.ts';
import { mimetypeOf } from '../web-api/mimetype.ts';
import type { Outcome } from './outcome.ts';
import { runSlash } from './slash.ts';

/** What a person sends from the composer: a message, or a command when it starts with a slash. */
export async function say(site: Site, said: Post): Promise<Outcome & { readonly message?: MessageRecord }> {
  const refusal = refuse(site, said);
  if (refusal) return { error: refusal };
  if (said.text.startsWith('/')) return runSlash(site, said);
  const text = composeText(site, said.text);
  return { message: post(site, draftOf(said, text)) };
}

export interface Upload {
  readonly user: string;
  readonly channel: string;
  readonly thread?: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file dropped into the composer: stored and shared at once. */
export function upload(site: Site, sent: Upload): Outcome & { readonly file?: File } {
  const refusal = refuse(site, { ...sent, text: sent.name });
  if (refusal) return { error: refusal };
  if (sent.bytes.length > LIMITS.uploadBytes) return { error: `${sent.name} is larger than 64 MiB.` };
  const id = mintId('F');
  const file = {
    id,
    name: sent.name,
    title: sent.name,
    mimetype: mimetypeOf(sent.name),
    size: sent.bytes.length,
    user: sent.user,
    created: Math.floor(site.now().getTime() / 1_000),
  };
  site.store.addFile(file, sent.bytes);
  const message = post(site, { ...draftOf(sent, ''), files: [id] });
  tellShared(site, id, message);
  return { file: pageFile(file) };
}

export function tellShared(site: Site, fileId: string, message: MessageRecord): void {
  tellApp(site, {
    type: 'file_shared',
    channel_id: message.channel,
    file_id: fileId,
    user_id: message.user,
    file: { id: fileId },
    event_ts: message.ts,
  });
}

function draftOf(said: { user: string; channel: string; thread?: string }, text: string) {
  return {
    channel: said.channel,
    user: said.user,
    text,
    ...(said.thread === undefined ? {} : { threadTs: said.thread }),
  };
}

function refuse(site: Site, said: Post): string | undefined {
  const channel = findChannel(site, said.channel);
  if (!findUser(site, said.user)) return `Nobody here has the id ${said.user}.`;
  if (!channel || !isMember(channel, said.user))
    return `You are not in a channel with the id ${said.channel}.`;
  if (said.thread !== undefined && !messagesOf(site.store.state, said.channel).has(said.thread))
    return 'The message this thread belonged to is gone.';
  if (said.text.includes('\0'))
    return 'A message cannot contain the NUL character: remove it and send again.';
  if (said.text.length > LIMITS.messageText)
    return `A message has at most ${LIMITS.messageText} characters: yours has ${said.text.length}.`;
  return said.text.trim() === '' ? 'The message is empty.' : undefined;
}
