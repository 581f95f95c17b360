import type { WebClient } from '@slack/web-api';
import { ChatError, type ChatPort } from '../../port.ts';
import { PATIENCE } from '../limits.ts';
import { neutral } from '../render/mrkdwn.ts';
import { oneLine } from '../render/plain.ts';
import { attempt, httpFailure } from './failure.ts';

/** Slack's three steps. Only the last one shows anything, so only there can an answer that got lost matter. */
export function uploadTo(client: WebClient): ChatPort['upload'] {
  return async ({ channelId, threadId, name, bytes, comment }) => {
    const filename = oneLine(name);
    const id = await sendFile(client, filename, bytes);
    await attempt('seenTwice', () =>
      client.files.completeUploadExternal({
        files: [{ id, title: filename }],
        channel_id: channelId,
        ...(threadId !== undefined && { thread_ts: threadId }),
        ...(comment !== undefined && { initial_comment: neutral(comment) }),
      }),
    );
  };
}

/** The first two steps, which nobody sees. Returns the id under which the file can be completed. */
export async function sendFile(client: WebClient, filename: string, bytes: Uint8Array): Promise<string> {
  const { upload_url: url, file_id: id } = await attempt('repeatable', () =>
    client.files.getUploadURLExternal({ filename, length: bytes.length }),
  );
  if (url === undefined || id === undefined) throw new ChatError({ kind: 'refused' }, 'no_upload_url');
  await attempt('repeatable', () => sendBytes(url, bytes));
  return id;
}

export interface DownloadRights {
  readonly botToken: string;
  readonly apiUrl: string;
}

/** The token is shown only to Slack's own file server, or to the server we were told to speak to. */
export function downloadFrom(client: WebClient, { botToken, apiUrl }: DownloadRights): ChatPort['download'] {
  const trusted = new Set(['https://files.slack.com', new URL(apiUrl).origin]);
  return async (fileId) => {
    const { file } = await attempt('repeatable', () => client.files.info({ file: fileId }));
    const address = file?.url_private_download ?? file?.url_private;
    if (address === undefined) throw new ChatError({ kind: 'refused' }, 'file_has_no_content');
    if (!trusted.has(new URL(address).origin)) throw new ChatError({ kind: 'refused' }, 'file_is_elsewhere');
    if ((file?.size ?? 0) > PATIENCE.downloadBytes)
      throw new ChatError({ kind: 'refused' }, 'file_too_large');
    const bytes = await attempt('repeatable', () => receiveBytes(address, botToken, file?.mimetype ?? ''));
    return { name: file?.name ?? fileId, bytes };
  };
}

async function sendBytes(url: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: Uint8Array.from(bytes),
    signal: AbortSignal.timeout(PATIENCE.transferMs),
  });
  await response.arrayBuffer();
  if (!response.ok) throw httpFailure(response.status, response.headers.get('retry-after'));
}

/** Without the right to a file Slack answers with its sign-in page, as a redirect or with status 200. */
async function receiveBytes(url: string, botToken: string, mimetype: string): Promise<Uint8Array> {
  const response = await fetch(url, {
    headers: { Authorization: `Bearer ${botToken}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE.transferMs),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) throw httpFailure(response.status, response.headers.get('retry-after'));
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (isPage && mimetype !== 'text/html') throw new ChatError({ kind: 'refused' }, 'file_not_readable');
  return bytes;
}
