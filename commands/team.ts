import type { Card, Command, FormValues, Reply } from '../src/chat/types.ts';
import { DomainError } from '../src/core/error.ts';
import { addMember, changeMember, type Profile } from '../src/services/member/change.ts';
import { type Member, roster } from '../src/services/member/roster.ts';
import { talliesFor } from '../src/services/member/tallies.ts';
import { within } from '../src/services/scope.ts';
import { changeSettings, type SettingName } from '../src/services/workspace/change.ts';
import { lettersWaiting, setShadow, shadowRoles } from '../src/services/workspace/shadow.ts';
import type { Context } from './context.ts';
import { collectErrors, textOf } from './reading/form-values.ts';
import { teamTermsPress, teamTermsSubmission } from './account/late-terms.ts';
import { readPerson } from './team/read-person.ts';
import { readSettings } from './team/read-settings.ts';
import { ratePress, rateLine, ratesPage, ratesPress, rateSubmission } from './team/rates.ts';
import { addForm, editForm } from './views/team/person-form.ts';
import { settingsForm } from './views/team/settings-form.ts';
import { lettersCard, teamCard } from './views/team.ts';
import { count, type People } from './views/words.ts';

type Args = Readonly<Record<string, unknown>>;

const admins = ['admin'];

/** `/team`: who is here, and how the team is set up. */
export const team: Command<Context> = {
  name: 'team',
  summary: 'Who is in the team; admins change it here',
  options: [
    { name: 'rates', summary: 'the reference rates of late interest', example: '/team rates' },
    {
      name: 'rate series half-year per-cent source',
      summary: 'adds one that was published since',
      example: '/team rate ECB 2026-07-01 2.15 ECB press release',
    },
    { name: 'terms', summary: 'what late payment costs customers', example: '/team terms' },
  ],
  plan: (text) =>
    text.trim() === 'terms'
      ? { kind: 'form', title: 'Late payment' }
      : { kind: 'reply', visibility: 'private' },
  run: typed,
  presses: {
    page: {
      run: async (context, args) => ({
        kind: 'replace',
        card: await page(context, Number(args['page'] ?? 0)),
      }),
    },
    add: {
      may: admins,
      opensForm: 'Add person',
      run: (context) => Promise.resolve({ kind: 'form', form: addForm(context.workspace) }),
    },
    edit: {
      may: admins,
      opensForm: 'Edit member',
      run: async (context, args) => {
        const people = await peopleOf(context);
        const member = memberOfPress(people, args);
        return { kind: 'form', form: editForm(member, context.workspace, people) };
      },
    },
    settings: {
      may: admins,
      opensForm: 'Settings',
      run: (context) => Promise.resolve({ kind: 'form', form: settingsForm(context.workspace) }),
    },
    letters: { may: shadowRoles, run: async (context) => ({ kind: 'card', card: await letters(context) }) },
    shadow: { may: shadowRoles, run: switchShadow },
    terms: teamTermsPress,
    rates: ratesPress,
    rate: ratePress,
  },
  submissions: {
    add: { may: admins, run: submitAdd },
    edit: { may: admins, run: submitEdit },
    settings: { may: admins, run: submitSettings },
    terms: teamTermsSubmission,
    rate: rateSubmission,
  },
};

async function typed(context: Context, text: string): Promise<Reply> {
  const [word = '', ...rest] = text.trim().split(/\s+/);
  switch (word) {
    case 'rates':
      return { kind: 'card', card: await ratesPage(context) };
    case 'rate':
      return rateLine(context, rest.join(' '));
    case 'terms':
      return teamTermsPress.run(context, {});
    default:
      return { kind: 'card', card: await page(context, 0) };
  }
}

async function page(context: Context, number: number): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const people = await roster(scope);
    const viewer = people.get(context.actor.memberId) ?? context.member;
    const tallies = await talliesFor(scope, people, viewer);
    return teamCard({
      people,
      tallies,
      viewer,
      workspace: scope.workspace,
      page: number,
      today: scope.today,
    });
  });
}

async function letters(context: Context): Promise<Card> {
  return within(context.office, context.actor.workspaceId, async (scope) =>
    lettersCard(await lettersWaiting(scope)),
  );
}

async function switchShadow(context: Context, args: Args): Promise<Reply> {
  const on = args['on'] === true;
  await setShadow(context.office, context.actor, on);
  return said(
    on
      ? 'Letters are held back from now on: each is shown to the team instead.'
      : 'Letters go out from now on. What was held back and is still owed follows in the next business hours.',
  );
}

function said(text: string): Reply {
  return { kind: 'card', card: { summary: text.slice(0, 140), parts: [{ kind: 'text', text }] } };
}

async function peopleOf(context: Context): Promise<People> {
  return within(context.office, context.actor.workspaceId, roster);
}

function memberOfPress(people: People, args: Args): Member {
  const member = people.get(Number(args['member']));
  if (member !== undefined) return member;
  throw new DomainError(
    'not_found',
    `There is no member ${String(args['member'])} here: /team shows who is.`,
  );
}

async function submitAdd(context: Context, _args: Args, values: FormValues): Promise<Reply> {
  const userId = textOf(values, 'person');
  if (userId === '') return { kind: 'fieldErrors', errors: { person: 'Choose who comes in.' } };
  return save(context, values, async (profile) => {
    await addMember(context.office, context.actor, userId, profile);
    return `${profile.name} is in the team now: ${profile.roles.join(', ')}. The first morning list comes on the next working day.`;
  });
}

async function submitEdit(context: Context, args: Args, values: FormValues): Promise<Reply> {
  const member = memberOfPress(await peopleOf(context), args);
  return save(context, values, async (profile) => {
    const { handed, customers } = await changeMember(context.office, context.actor, member.id, profile);
    if (!member.active || profile.active) return `${profile.name} is changed.`;
    const tasks = `${count(handed, 'open task')} went to the deputy or lead`;
    const rest =
      customers === 0 ? '' : ` ${count(customers, 'customer')} without an owner at work: move with /assign.`;
    return `${profile.name} is deactivated; ${tasks}.${rest}`;
  });
}

/** Saves what the form says, or answers beside its fields with what is wrong. */
async function save(
  context: Context,
  values: FormValues,
  work: (profile: Profile) => Promise<string>,
): Promise<Reply> {
  const errors = collectErrors();
  const profile = readPerson(values, await peopleOf(context), errors);
  if (profile === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  return said(await work(profile));
}

async function submitSettings(context: Context, _args: Args, values: FormValues): Promise<Reply> {
  const errors = collectErrors();
  const settings = readSettings(values, context.workspace.platform, errors);
  if (settings === undefined) return { kind: 'fieldErrors', errors: errors.all() };
  const changed = await changeSettings(context.office, context.actor, settings);
  return said(
    changed.length === 0
      ? 'Nothing is different.'
      : `Saved: ${changed.map((name) => settingWords[name]).join(', ')}.`,
  );
}

const settingWords: Readonly<Record<SettingName, string>> = {
  country: 'country',
  region: 'region',
  zone: 'time zone',
  dateOrder: 'order of dates',
  teamChannel: 'team channel',
  digestAt: 'digest hour',
  dailyCallCap: 'new calls a day',
  dailyCardCap: 'new cards a day',
  noticeMinutes: 'minutes before a letter goes',
  thanks: 'thanks to customers who paid',
  floor: 'floor',
  twoPersonsFrom: 'two people for a hold',
  creditor: 'creditor',
};
