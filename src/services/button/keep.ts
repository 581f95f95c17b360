import { createHash } from 'node:crypto';
import { inWorkspace } from '../../../db/client.ts';
import { findAction, keepActions } from '../../../db/queries/button/keep.ts';
import type { Office } from '../ports.ts';

export interface ButtonAction {
  readonly command: string;
  readonly action: string;
  readonly args: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Keeps what buttons stand for and gives each its short id. The id is a fingerprint of the action, so a card that is
 * rendered a hundred times keeps one row; it grants nothing, as every press is authorised by who presses.
 */
export async function keepButtons(
  office: Office,
  workspaceId: number,
  actions: readonly ButtonAction[],
): Promise<readonly string[]> {
  if (actions.length === 0) return [];
  const kept = actions.map((action) => ({ token: fingerprint(workspaceId, action), action: stored(action) }));
  await inWorkspace(office.db, workspaceId, (tx) => keepActions(tx, kept));
  return kept.map(({ token }) => token);
}

export async function buttonAction(
  office: Office,
  workspaceId: number,
  token: string,
): Promise<ButtonAction | undefined> {
  return inWorkspace(office.db, workspaceId, (tx) => findAction(tx, token));
}

const stored = ({ command, action, args }: ButtonAction) => ({ command, action, args: { ...args } });

function fingerprint(workspaceId: number, { command, action, args }: ButtonAction): string {
  const sorted = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
  const input = JSON.stringify([workspaceId, command, action, sorted]);
  return createHash('sha256').update(input).digest('base64url').slice(0, 22);
}
