import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a running Postgres writes about itself into `postmaster.pid`; a killed one leaves it behind. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

/** Its lines: pid, folder, start time, port, socket folder, address, memory key, status (Postgres' miscadmin.h). */
export function readPidFile(cluster: string): PidFile | undefined {
  const lines = readIfThere(join(cluster, 'postmaster.pid'))?.split('\n');
  if (!lines?.[0]) return undefined;
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' };
}

/** Whether a process of our own account (any, if we are root) has this id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the process with this id may be a Postgres. After a reboot, and in every restarted container, another
 * program soon has the old id. Where the system does not say, the answer is yes: Postgres then decides itself.
 */
export function mayBePostgres(pid: number): boolean {
  try {
    return basename(programOf(pid)).startsWith('postgres');
  } catch {
    return true;
  }
}

function programOf(pid: number): string {
  switch (process.platform) {
    case 'linux':
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    case 'win32':
      return 'postgres';
    default:
      return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
