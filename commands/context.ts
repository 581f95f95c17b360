import type { Where } from '../src/chat/types.ts';
import type { Member } from '../src/services/member/roster.ts';
import type { Actor, Files, Office } from '../src/services/ports.ts';
import type { Workspace } from '../src/services/scope.ts';

/** What a command is given: who acts, where, and what it may ask of the rest. */
export interface Context {
  readonly office: Office;
  readonly actor: Actor;
  readonly member: Member;
  /** As it was when the request came in. */
  readonly workspace: Workspace;
  readonly where: Where;
  readonly files: Files;
}
