import type { Context } from '../../commands/context.ts';
import { commands, onFile } from '../../commands/index.ts';
import { mintCard, mintForm } from '../chat/mint.ts';
import type { ChatPort } from '../chat/port.ts';
import { createRouter, type Router } from '../chat/router.ts';
import type { Where } from '../chat/types.ts';
import { DomainError } from '../core/error.ts';
import { buttonAction, keepButtons } from '../services/button/keep.ts';
import { openHome } from '../services/home/publish.ts';
import { leave } from '../services/member/leave.ts';
import { hasRole, roster } from '../services/member/roster.ts';
import type { Files, Office } from '../services/ports.ts';
import { within } from '../services/scope.ts';
import type { Role } from '../../db/schema/index.ts';

/** Which workspace a team is, once it is known. */
export type WorkspaceOf = (teamId: string) => number;

export interface DeskParts {
  readonly office: Office;
  readonly workspaceOf: WorkspaceOf;
  readonly chatOf: (workspaceId: number) => ChatPort | undefined;
}

/** Joins the router to the commands, the members and the kept buttons. */
export function createDesk({ office, workspaceOf, chatOf }: DeskParts): Router {
  const idOf = (where: Where): number => workspaceOf(where.teamId);
  const keepFor = (where: Where) => (actions: Parameters<typeof keepButtons>[2]) =>
    keepButtons(office, idOf(where), actions);
  return createRouter<Context>({
    commands,
    onFile,
    onHome: ({ actor }) => openHome(office, actor),
    onLeft: (where) => leave(office, idOf(where), [where.userId]),
    contextOf: (where) => contextOf(office, idOf(where), where, filesOf(chatOf(idOf(where)))),
    rolesOf: (context) => context.member.roles,
    whoMay: async (context, roles) =>
      within(office, context.actor.workspaceId, async (scope) =>
        [...(await roster(scope)).values()]
          .filter((person) => hasRole(person, roles as readonly Role[]))
          .map((person) => person.name),
      ),
    mint: (where, card) => mintCard(card, keepFor(where)),
    mintForm: (where, form) => mintForm(form, keepFor(where)),
    actionOf: (where, token) => buttonAction(office, idOf(where), token),
    log: office.log,
  });
}

async function contextOf(office: Office, workspaceId: number, where: Where, files: Files): Promise<Context> {
  return within(office, workspaceId, async (scope) => {
    const member = [...(await roster(scope)).values()].find((person) => person.userId === where.userId);
    if (member === undefined || !member.active)
      throw new DomainError('forbidden', 'Dunwell does not know you here yet: an admin adds you with /team.');
    return {
      office,
      actor: { workspaceId, memberId: member.id },
      member,
      workspace: scope.workspace,
      where,
      files,
    };
  });
}

function filesOf(chat: ChatPort | undefined): Files {
  const open = (): ChatPort => {
    if (chat === undefined)
      throw new DomainError('unavailable', 'The chat platform is not connected right now: try again.');
    return chat;
  };
  return {
    download: (fileId) => open().download(fileId),
    give: async (userId, { name, bytes, comment }) => {
      const channelId = await open().openDirectMessage(userId);
      await open().upload({ channelId, name, bytes, comment });
    },
  };
}
