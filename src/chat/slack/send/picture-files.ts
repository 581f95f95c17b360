import type { WebClient } from '@slack/web-api';
import { ChatError } from '../../port.ts';
import type { Card, Picture } from '../../types.ts';
import { PATIENCE } from '../limits.ts';
import type { FileIds } from '../render/picture.ts';
import { attempt } from './failure.ts';
import { sendFile } from './files.ts';

/** The files that pictures lie in with Slack. */
export interface PictureFiles {
  /** The files of a card's pictures, uploaded where they are not there yet; without those that were given up. */
  readonly of: (card: Card) => Promise<FileIds>;
  /** Slack would not show these. */
  readonly refuse: (files: FileIds) => void;
}

/**
 * How often an upload may fail, or a file be refused, before the picture is told in words: what stands behind a message
 * in its stream waits with it. Every second refusal has the file uploaded anew.
 */
const MOST_REFUSALS = 4;
/** Enough for the pictures of some days; the oldest go first. */
const MOST_KEPT = 200;

interface Kept {
  file: Promise<string> | undefined;
  refusals: number;
}

/** Keeps files by their picture's key for as long as the process lives, so that each picture is uploaded once. */
export function createPictureFiles(client: WebClient): PictureFiles {
  const kept = new Map<string, Kept>();
  return {
    of: async (card) => {
      const ids = new Map<string, string>();
      for (const picture of picturesOf(card)) {
        if ((kept.get(picture.key)?.refusals ?? 0) >= MOST_REFUSALS) kept.delete(picture.key);
        else await fileOf(client, kept, picture).then((id) => ids.set(picture.key, id), unlessRefused);
      }
      return ids;
    },
    refuse: (files) => {
      for (const known of [...files.keys()].flatMap((key) => kept.get(key) ?? [])) {
        known.refusals += 1;
        if (known.refusals % 2 === 0) known.file = undefined;
      }
    },
  };
}

async function fileOf(client: WebClient, kept: Map<string, Kept>, picture: Picture): Promise<string> {
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
}

function picturesOf(card: Card): readonly Picture[] {
  return card.parts.flatMap((part) => (part.kind === 'picture' ? [part.picture] : []));
}

/** A workspace that takes no files (a scope is missing, storage is full) still gets its cards, in words. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof ChatError) || error.failure.kind !== 'refused') throw error;
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
