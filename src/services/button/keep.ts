import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { button } from '../../../db/schema/index.ts';
import type { Office } from '../ports.ts';
import { inWorkspace } from '../../../db/client.ts';

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
  const rows = actions.map((action) => ({ workspaceId, token: fingerprint(workspaceId, action), action }));
  if (rows.length > 0)
    await inWorkspace(office.db, workspaceId, async (tx) => {
      await tx
        .insert(button)
        .values(rows.map((row) => ({ ...row, action: { ...row.action, args: { ...row.action.args } } })))
        .onConflictDoNothing();
    });
  return rows.map((row) => row.token);
}

export async function buttonAction(
  office: Office,
  workspaceId: number,
  token: string,
): Promise<ButtonAction | undefined> {
  return inWorkspace(office.db, workspaceId, async (tx) => {
    const [row] = await tx.select({ action: button.action }).from(button).where(eq(button.token, token));
    return row?.action;
  });
}

function fingerprint(workspaceId: number, { command, action, args }: ButtonAction): string {
  const sorted = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
  const input = JSON.stringify([workspaceId, command, action, sorted]);
  return createHash('sha256').update(input).digest('base64url').slice(0, 22);
}
