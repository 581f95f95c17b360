import { LIMITS } from '../limits.ts';
import { mintId, mintSecret } from '../ids.ts';

/** A file between files.getUploadURLExternal and files.completeUploadExternal. */
export interface PendingUpload {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  bytes?: Uint8Array;
}

export interface Uploads {
  readonly begin: (name: string, length: number) => { readonly id: string; readonly secret: string };
  /** False when the URL is unknown, was used, or the size is not the one announced. */
  readonly receive: (secret: string, bytes: Uint8Array) => boolean;
  /** The received file, once. */
  readonly take: (id: string) => PendingUpload | undefined;
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
    take: (id) => {
      const entry = [...bySecret].find(([, pending]) => pending.id === id && pending.bytes !== undefined);
      if (entry) bySecret.delete(entry[0]);
      return entry?.[1];
    },
  };
}
