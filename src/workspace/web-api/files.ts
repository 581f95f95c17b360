import { z } from 'zod';
import { readContent } from '../content.ts';
import { tellShared } from '../interactions/say.ts';
import { LIMITS } from '../limits.ts';
import { post } from '../posting.ts';
import { slackFile } from '../show.ts';
import type { Site } from '../site.ts';
import type { FileRecord } from '../store/records.ts';
import { count, method, structure, type Method } from './call.ts';
import { threadOf } from './chat.ts';
import { ApiError } from './errors.ts';
import { joinedChannelOrThrow } from './find.ts';
import { mimetypeOf } from './mimetype.ts';
import type { ReceivedUpload } from './uploads.ts';

const completed = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': method(
    'bot',
    z.object({ filename: z.string().min(1), length: count }),
    (site, args) => {
      if (args.length < 1 || args.length > LIMITS.uploadBytes)
        throw new ApiError('invalid_arguments', ['length']);
      const { id, secret } = site.uploads.begin(args.filename, args.length);
      return { upload_url: `${site.url()}/upload/v1/${secret}`, file_id: id };
    },
  ),

  'files.completeUploadExternal': method(
    'bot',
    z.object({
      files: structure.pipe(completed),
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
      initial_comment: z.string().optional(),
      blocks: structure.optional(),
    }),
    (site, args) => {
      const channel =
        args.channel_id === undefined ? undefined : joinedChannelOrThrow(site, args.channel_id).id;
      const thread = channel === undefined ? {} : threadOf(site, channel, args.thread_ts);
      const said = readContent(site, { text: args.initial_comment, blocks: args.blocks }, true);
      const received = args.files.map(({ id, title }) => ({ title, upload: uploadOrThrow(site, id) }));
      const files = received.map(({ upload, title }) => keepUpload(site, upload, title));
      if (channel !== undefined)
        share(site, { channel, ...thread, ...said, files: files.map(({ id }) => id) });
      return { files: files.map((file) => slackFile(site, file)) };
    },
  ),

  'files.info': method('bot', z.object({ file: z.string() }), (site, args) => {
    const file = site.store.state.files.get(args.file);
    if (!file) throw new ApiError('file_not_found');
    return { file: slackFile(site, file), comments: [], paging: { count: 0, total: 0, page: 1, pages: 0 } };
  }),
};

function uploadOrThrow(site: Site, id: string): ReceivedUpload {
  const upload = site.uploads.find(id);
  if (!upload) throw new ApiError('file_not_found');
  return upload;
}

function keepUpload(site: Site, upload: ReceivedUpload, title: string | undefined): FileRecord {
  const file: FileRecord = {
    id: upload.id,
    name: upload.name,
    title: title ?? upload.name,
    mimetype: mimetypeOf(upload.name),
    size: upload.bytes.length,
    user: site.options.bot.userId,
    created: Math.floor(site.now().getTime() / 1_000),
  };
  site.store.addFile(file, upload.bytes);
  site.uploads.drop(upload.id);
  return file;
}

function share(
  site: Site,
  said: { channel: string; threadTs?: string; text: string; files: readonly string[] },
): void {
  const message = post(site, { user: site.options.bot.userId, ...said });
  for (const id of said.files) tellShared(site, id, message);
}
