import type { Field, Form } from '../../../src/chat/types.ts';
import { roles } from '../../../src/services/member/change.ts';
import type { Member } from '../../../src/services/member/roster.ts';
import type { Workspace } from '../../../src/services/scope.ts';
import type { People } from '../words.ts';

/** What an admin writes of somebody new. */
export function addForm(workspace: Workspace): Form {
  return {
    title: 'Add person',
    submit: 'Add',
    fields: [{ kind: 'person', name: 'person', label: 'Person' }, ...fields(workspace, undefined, new Map())],
    action: { command: 'team', action: 'add', args: {} },
  };
}

export function editForm(of: Member, workspace: Workspace, people: People): Form {
  return {
    title: 'Edit member',
    submit: 'Save',
    intro: [{ kind: 'text', text: [{ bold: of.name }, ` · ${of.roles.join(', ')}`] }],
    fields: [
      ...fields(workspace, of, people),
      {
        kind: 'choice',
        name: 'active',
        label: 'Works here',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No: deactivated, open tasks go to the deputy or lead' },
        ],
        initial: of.active ? 'yes' : 'no',
      },
    ],
    action: { command: 'team', action: 'edit', args: { member: of.id } },
  };
}

function fields(workspace: Workspace, of: Member | undefined, people: People): readonly Field[] {
  return [
    { kind: 'text', name: 'name', label: 'Name', maxLength: 80, ...(of && { initial: of.name }) },
    {
      kind: 'choices',
      name: 'roles',
      label: 'Roles',
      options: roles.map((role) => ({ value: role, label: role })),
      initial: of?.roles ?? ['rep'],
    },
    above('lead', 'Lead', people.get(of?.leadId ?? 0)),
    above('manager', 'Manager', people.get(of?.managerId ?? 0)),
    above('deputy', 'Deputy', people.get(of?.deputyId ?? 0)),
    ...placeFields(of ?? { ...workspace, worksFrom: '09:00', worksTo: '17:00' }),
  ];
}

function above(name: string, label: string, person: Member | undefined): Field {
  return { kind: 'person', name, label, optional: true, ...(person && { initial: person.userId }) };
}

type Place = Pick<Member, 'country' | 'region' | 'zone' | 'worksFrom' | 'worksTo'>;

function placeFields({ country, region, zone, worksFrom, worksTo }: Place): readonly Field[] {
  return [
    { kind: 'text', name: 'country', label: 'Country', hint: 'Such as DE', maxLength: 2, initial: country },
    {
      kind: 'text',
      name: 'region',
      label: 'Region',
      hint: 'For its holidays, such as BY',
      optional: true,
      maxLength: 10,
      ...(region === null ? {} : { initial: region }),
    },
    {
      kind: 'text',
      name: 'zone',
      label: 'Time zone',
      hint: 'Such as Europe/Berlin',
      maxLength: 60,
      initial: zone,
    },
    { kind: 'text', name: 'from', label: 'Works from', maxLength: 5, initial: worksFrom },
    { kind: 'text', name: 'to', label: 'Works to', maxLength: 5, initial: worksTo },
  ];
}
