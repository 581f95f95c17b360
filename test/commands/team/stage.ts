import { team } from '../../../commands/team.ts';
import type { FormValues } from '../../../src/chat/types.ts';
import { enrol } from '../../../src/services/member/enrol.ts';
import { roster } from '../../../src/services/member/roster.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { openDesk } from '../../support/desk.ts';
import { openTeam, type TestOffice } from '../../support/office.ts';

export async function start(office: TestOffice) {
  // Monday, nine in the morning in Berlin.
  office.now = new Date('2026-11-23T08:00:00Z');
  const opened = await openTeam(office);
  const { workspaceId } = opened;
  await enrol(office, workspaceId, [{ userId: 'U-Tom', name: 'Tom', roles: ['rep'] }]);
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  const idOf = async (name: string): Promise<number> =>
    [...(await inside(roster)).values()].find((one) => one.name === name)!.id;
  const desk = openDesk(office, workspaceId, [team]);
  const edit = async (name: string) => {
    const action = { command: 'team', action: 'edit', args: { member: await idOf(name) } };
    const { form } = await desk.act('U-Ada', action);
    return { form: form!, values: valuesOf(form!.fields) };
  };
  return { ...opened, inside, idOf, desk, edit };
}

/** What a form says if nobody changes anything. */
export function valuesOf(
  fields: readonly { readonly name: string; readonly initial?: string | readonly string[] }[],
): FormValues {
  return Object.fromEntries(
    fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])),
  );
}
