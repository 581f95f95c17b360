import type { Button, Card, Part } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { money } from '../../src/core/money.ts';
import { decimalText } from '../../src/core/money/format.ts';
import type { Member } from '../../src/services/member/roster.ts';
import type { Tally } from '../../src/services/member/tallies.ts';
import type { Workspace } from '../../src/services/scope.ts';
import type { LettersWaiting } from '../../src/services/workspace/shadow.ts';
import { absenceWords } from './away.ts';
import { count, nameOf, type People } from './words.ts';

export interface TeamPage {
  readonly people: People;
  /** Only of those whose work the viewer may look at. */
  readonly tallies: ReadonlyMap<number, Tally>;
  readonly viewer: Member;
  readonly workspace: Workspace;
  readonly page: number;
  readonly today: BusinessDate;
}

/** Rows on a page; each is a block, of which a message holds fifty. */
const pageSize = 20;

/** Who is in the team, and how the team is set up. */
export function teamCard(team: TeamPage): Card {
  const all = [...team.people.values()].toSorted(
    (a, b) => Number(b.active) - Number(a.active) || a.id - b.id,
  );
  const from = team.page * pageSize;
  return {
    title: 'Team',
    summary: `Team: ${count(all.length, 'member')}`,
    parts: [
      ...all.slice(from, from + pageSize).map((person): Part => memberRow(person, team)),
      { kind: 'small', text: setUp(team.workspace) },
      ...controls(team),
      ...turning(team.page, all.length),
    ],
  };
}

function memberRow(person: Member, { people, tallies, viewer, today }: TeamPage): Part {
  const absence = absenceWords(person, people, today);
  const edit: Button = {
    label: 'Edit',
    action: { command: 'team', action: 'edit', args: { member: person.id } },
  };
  return {
    kind: 'row',
    text: [
      person.active ? { bold: person.name } : { strike: person.name },
      ` · ${person.roles.join(', ')}${person.active ? '' : ' · deactivated'}\n${place(person)}${above(person, people)}${absence === undefined ? '' : `\n${absence}`}${work(tallies.get(person.id))}`,
    ],
    buttons: viewer.roles.includes('admin') ? [edit] : [],
  };
}

function place({ country, region, zone, worksFrom, worksTo }: Member): string {
  return `${worksFrom}–${worksTo} ${zone}, ${country}${region === null ? '' : `-${region}`}`;
}

function above({ leadId, managerId, deputyId }: Member, people: People): string {
  const links = { lead: leadId, manager: managerId, deputy: deputyId };
  return Object.entries(links)
    .map(([word, id]) => (id === null ? '' : ` · ${word} ${nameOf(people, id)}`))
    .join('');
}

function work(tally: Tally | undefined): string {
  if (tally === undefined) return '';
  return `\n${count(tally.customers, 'customer')} · ${count(tally.open, 'open task')} · ${tally.missed} missed this week`;
}

function setUp(of: Workspace): string {
  const facts = [
    `${of.country}${of.region === null ? '' : `-${of.region}`}, ${of.zone}`,
    of.dateOrder === 'DMY' ? 'dates day first' : 'dates month first',
    `digest at ${of.digestAt}`,
    `${count(of.dailyCallCap, 'new call')} a day each`,
    `two people lift a hold from ${inHundredths(of.twoPersonsFrom)}`,
    of.shadow ? 'letters are held back (shadow mode)' : 'letters go out',
  ];
  return facts.join(' · ');
}

/** One sum for all currencies, so it is written without any. */
function inHundredths(minor: bigint): string {
  return new Intl.NumberFormat('en', { minimumFractionDigits: 2 }).format(decimalText(money(minor, 'EUR')));
}

function controls({ viewer, workspace }: TeamPage): readonly Part[] {
  const button = (label: string, action: string, args: Button['action']['args'] = {}): Button => ({
    label,
    action: { command: 'team', action, args },
  });
  const isAdmin = viewer.roles.includes('admin');
  const forAdmins = isAdmin ? [button('Add person', 'add'), button('Settings', 'settings')] : [];
  const maySwitch = isAdmin || viewer.roles.includes('manager');
  const letters = workspace.shadow ? button('Let letters out…', 'letters') : holdBack();
  const buttons = [...forAdmins, ...(maySwitch ? [letters] : [])];
  const more = isAdmin ? [button('Late payment…', 'terms'), button('Reference rates…', 'rates')] : [];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons, more }];
}

function holdBack(): Button {
  return {
    label: 'Hold letters back',
    action: { command: 'team', action: 'shadow', args: { on: true } },
    confirm: {
      title: 'Hold letters back?',
      text: 'From now on no letter goes to any customer; each is shown to the team instead. Calls go on.',
      yes: 'Hold back',
    },
  };
}

function turning(page: number, total: number): readonly Part[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: { command: 'team', action: 'page', args: { page: to } },
  });
  const buttons = [
    ...(page > 0 ? [turn('◀ Previous', page - 1)] : []),
    ...((page + 1) * pageSize < total ? [turn('Next ▶', page + 1)] : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

/** What happens when letters go out, before they do. */
export function lettersCard({ customers, withoutAddress, stale }: LettersWaiting): Card {
  const first =
    customers === 0
      ? 'No customer gets a letter at once.'
      : `${count(customers, 'customer')} would get a letter ${stale ? 'once the ledger is fresh again' : 'in the next business hours'}.`;
  const lacking =
    withoutAddress === 0
      ? ''
      : `\n${count(withoutAddress, 'other customer')} would, but there is no mail address that works.`;
  return {
    summary: 'Let letters out?',
    parts: [
      { kind: 'text', text: [{ bold: first }, `\nLater ones go out as they fall due.${lacking}`] },
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Let them out',
            style: 'danger',
            action: { command: 'team', action: 'shadow', args: { on: false } },
            confirm: {
              title: 'Send real letters?',
              text: `From now on letters go to customers: ${count(customers, 'customer')} at once.`,
              yes: 'Let them out',
            },
          },
        ],
      },
    ],
  };
}
