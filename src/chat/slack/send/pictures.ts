import type { WebClient } from '@slack/web-api';
import { ChatError } from '../../port.ts';
import type { Card } from '../../types.ts';
import { type FileIds, NO_FILES } from '../render/picture.ts';
import { createPictureFiles } from './picture-files.ts';

/** Sends cards with their pictures. */
export interface Pictures {
  /**
   * Sends a card that the outbox will send again: what Slack will not take yet is answered with `later`, a few times;
   * then the pictures are told in words.
   */
  readonly patiently: <Sent>(card: Card, send: (files: FileIds) => Promise<Sent>) => Promise<Sent>;
  /** Sends a card that is sent now or never: with its pictures if they can be had, else in words. */
  readonly hurriedly: <Sent>(card: Card, send: (files: FileIds) => Promise<Sent>) => Promise<Sent>;
}

const PAUSE_SECONDS = 2;

export function createPictures(client: WebClient): Pictures {
  const kept = createPictureFiles(client);
  return {
    patiently: async (card, send) => {
      const files = await kept.of(card);
      return send(files).catch((cause: unknown) => {
        if (!refusesBlocks(cause, files)) throw cause;
        kept.refuse(files);
        const soon = { kind: 'later', afterSeconds: PAUSE_SECONDS } as const;
        throw new ChatError(soon, 'picture_not_ready', { cause });
      });
    },
    hurriedly: async (card, send) => {
      const files = await kept.of(card).catch((): FileIds => NO_FILES);
      return send(files).catch((error: unknown) => {
        if (!refusesBlocks(error, files)) throw error;
        kept.refuse(files);
        return send(NO_FILES);
      });
    },
  };
}

/** A response address says no more than that it refuses. */
function refusesBlocks(error: unknown, files: FileIds): boolean {
  if (files.size === 0 || !(error instanceof ChatError) || error.failure.kind !== 'refused') return false;
  return ['invalid_blocks', 'invalid_arguments', 'http_400', 'http_404'].includes(error.code);
}
