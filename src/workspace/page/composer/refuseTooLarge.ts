import { formatBytes } from '../time/format.ts';

/**
 * Throws for the first file that the server would not take, before it is sent: a server that hangs up in the middle of
 * an upload looks to a browser like one that is gone.
 */
export function refuseTooLarge(
  files: readonly { readonly name: string; readonly size: number }[],
  mostBytes: number,
): void {
  const tooLarge = files.find(({ size }) => size > mostBytes);
  if (tooLarge === undefined) return;
  const { name, size } = tooLarge;
  throw new Error(
    `${name} has ${formatBytes(size)}, more than the ${formatBytes(mostBytes)} that a file may have: send it in parts.`,
  );
}
