import { LIMITS } from '../limits.ts';
import { mintId, mintSecret } from '../ids.ts';

/** A file between files.getUploadURLExternal and files.completeUploadExternal. */
interface PendingUpload {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  bytes?: Uint8Array;
}

export interface ReceivedUpload {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Uploads {
  readonly begin: (name: string, length: number) => { readonly id: string; readonly secret: string };
  /** False when the URL is unknown, was used, or the size is not the one announced. */
  readonly receive: (secret: string, bytes: Uint8Array) => boolean;
  /** A file whose bytes are here. */
  readonly find: (id: string) => ReceivedUpload | undefined;
  readonly drop: (id: string) => void;
}

export function createUploads(): Uploads {
  const bySecret = new Map<string, PendingUpload>();
  return {
    begin: (name, length) => {
      const [id, secret] = [mintId('F'), mintSecret()];
      bySecret.set(secret, { id, name, length });
      return { id, secret };
    },
    receive: (secret, bytes) => {
      const found = bySecret.get(secret);
      if (!found || found.bytes || bytes.length !== found.length || bytes.length > LIMITS.uploadBytes)
        return false;
      found.bytes = bytes;
      return true;
    },
    find: (id) => {
      const found = [...bySecret.values()].find((pending) => pending.id === id);
      return found?.bytes && { id, name: found.name, bytes: found.bytes };
    },
    drop: (id) => {
      for (const [secret, pending] of bySecret) if (pending.id === id) bySecret.delete(secret);
    },
  };
}
