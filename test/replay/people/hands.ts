import type { Message, View } from '../../../src/workspace/api.ts';
import type { Person } from '../../../src/workspace/person.ts';
import type { Desk } from '../desk/desk.ts';
import type { Said } from '../desk/tape.ts';
import type { Eyes, Row } from './eyes.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a person does in the chat; each resolves once Dunwell answered, whatever the answer. */
export interface Hands {
  /** Presses a row's control; fills the form, if it opens one. */
  readonly press: (row: Row, label: string, fields?: Fields) => Promise<void>;
  /** Presses a button of a message. */
  readonly button: (on: Said, label: string, fields?: Fields) => Promise<void>;
}

export function giveHands(desk: Desk, eyes: Eyes, user: string): Hands {
  const person = desk.workspace.as(user);
  const answered = async (act: () => Promise<void>, fields?: Fields): Promise<void> => {
    const before = eyes.whispers(user).at(-1)?.ts;
    const heard = (): boolean => eyes.whispers(user).at(-1)?.ts !== before;
    await act();
    await desk.workspace.until(() => heard() || isReady(person.view()), { what: `an answer for ${user}` });
    if (person.view() !== undefined) await fillIn(person, fields ?? {});
    await desk.workspace.until(() => heard() || person.view() === undefined, { what: `an end for ${user}` });
  };
  return {
    press: (row, label, fields) =>
      answered(
        () => person.press(asMessage(row.on), row.control, row.offers.length > 1 ? label : undefined),
        fields,
      ),
    button: (on, label, fields) => answered(() => person.press(asMessage(on), label), fields),
  };
}

/** A form that Dunwell does not take is closed: people give up, too. */
async function fillIn(person: Person, fields: Fields): Promise<void> {
  const form = person.view()?.view;
  if (form?.['submit'] === undefined) return void (await person.close());
  person.fill(chosenIn(form, fields));
  const { errors, error } = await person.submit();
  if ((errors ?? error) !== undefined && person.view() !== undefined) await person.close();
}

/** People choose "No: it is pressed again" when they mean no. */
function chosenIn(form: View['view'], fields: Fields): Fields {
  const shown = [...JSON.stringify(form).matchAll(/"text":"([^"]+)"/g)].map(([, text = '']) => text);
  const chosen = (value: string): string =>
    shown.includes(value) ? value : (shown.find((text) => text.startsWith(`${value}: `)) ?? value);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? chosen(value) : value]),
  );
}

const isReady = (view: View | undefined): boolean =>
  view !== undefined && !JSON.stringify(view.view).includes('One moment…');

const asMessage = (said: Said): Message => said as unknown as Message;
