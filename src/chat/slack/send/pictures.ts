import type { WebClient } from '@slack/web-api';
import { ChatError } from '../../port.ts';
import type { Card, Picture } from '../../types.ts';
import { PATIENCE } from '../limits.ts';
import { type FileIds, NO_FILES } from '../render/picture.ts';
import { attempt } from './failure.ts';
import { sendFile } from './files.ts';

/** Pictures that lie with Slack, kept by key for as long as the process lives, so that each is uploaded once. */
export interface Pictures {
  /**
   * Sends a card that the outbox will send again: what Slack will not take yet is answered with `later`, a few times;
   * then the pictures are told in words.
   */
  readonly patiently: <Sent>(card: Card, send: (files: FileIds) => Promise<Sent>) => Promise<Sent>;
  /** Sends a card that is sent now or never: with its pictures if they can be had, else in words. */
  readonly hurriedly: <Sent>(card: Card, send: (files: FileIds) => Promise<Sent>) => Promise<Sent>;
}

/**
 * How often an upload may fail, or a file be refused, before the picture is told in words: what stands behind a message
 * in its stream waits with it. Every second refusal has the file uploaded anew.
 */
const MOST_REFUSALS = 4;
const PAUSE_SECONDS = 2;
/** Enough for the pictures of some days; the oldest go first. */
const MOST_KEPT = 200;

interface Kept {
  file: Promise<string> | undefined;
  refusals: number;
}

export function createPictures(client: WebClient): Pictures {
  const kept = new Map<string, Kept>();
  const fileOf = async (picture: Picture): Promise<string> => {
    const known = kept.get(picture.key) ?? { file: undefined, refusals: 0 };
    known.file ??= upload(client, picture);
    kept.set(picture.key, known);
    for (const key of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(key);
    try {
      return await known.file;
    } catch (error) {
      known.file = undefined;
      known.refusals += 1;
      throw error;
    }
  };
  const filesOf = async (card: Card): Promise<FileIds> => {
    const ids = new Map<string, string>();
    for (const picture of picturesOf(card)) {
      const isGivenUp = (kept.get(picture.key)?.refusals ?? 0) >= MOST_REFUSALS;
      if (isGivenUp) kept.delete(picture.key);
      else await fileOf(picture).then((id) => ids.set(picture.key, id), unlessRefused);
    }
    return ids;
  };
  const refuse = (files: FileIds): void => {
    for (const known of [...files.keys()].flatMap((key) => kept.get(key) ?? [])) {
      known.refusals += 1;
      if (known.refusals % 2 === 0) known.file = undefined;
    }
  };
  return {
    patiently: async (card, send) => {
      const files = await filesOf(card);
      return send(files).catch((error: unknown) => {
        if (!refusesBlocks(error, files)) throw error;
        refuse(files);
        throw new ChatError({ kind: 'later', afterSeconds: PAUSE_SECONDS }, 'picture_not_ready', {
          cause: error,
        });
      });
    },
    hurriedly: async (card, send) => {
      const files = await filesOf(card).catch((): FileIds => NO_FILES);
      return send(files).catch((error: unknown) => {
        if (!refusesBlocks(error, files)) throw error;
        refuse(files);
        return send(NO_FILES);
      });
    },
  };
}

function picturesOf(card: Card): readonly Picture[] {
  return card.parts.flatMap((part) => (part.kind === 'picture' ? [part.picture] : []));
}

/** A workspace that takes no files (a scope is missing, storage is full) still gets its cards, in words. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof ChatError) || error.failure.kind !== 'refused') throw error;
}

/** A response address says no more than that it refuses. */
function refusesBlocks(error: unknown, files: FileIds): boolean {
  if (files.size === 0 || !(error instanceof ChatError) || error.failure.kind !== 'refused') return false;
  return ['invalid_blocks', 'invalid_arguments', 'http_400', 'http_404'].includes(error.code);
}

async function upload(client: WebClient, picture: Picture): Promise<string> {
  const name = 'picture.png';
  const id = await sendFile(client, name, await picture.draw());
  // Shared nowhere, so nobody sees it if this is done twice.
  await attempt('repeatable', () => client.files.completeUploadExternal({ files: [{ id, title: name }] }));
  await untilProcessed(client, id);
  return id;
}

/**
 * Slack processes a file after it said yes to it, and until then refuses blocks that show it; a type is among the
 * last things a file gets. Whoever waited in vain meets the refusal.
 */
async function untilProcessed(client: WebClient, id: string): Promise<void> {
  for (const pauseMs of PATIENCE.fileProcessingMs) {
    const { file } = await client.files.info({ file: id }).catch(() => ({ file: undefined }));
    if (file?.mimetype) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
