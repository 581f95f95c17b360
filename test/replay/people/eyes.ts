import { type Block, openTape, type Said, saidAt } from '../desk/tape.ts';

/** A line of a message that offers something to press. */
export interface Row {
  readonly on: Said;
  /** The block's id, which names its control. */
  readonly control: string;
  readonly whom: string;
  /** Whom it is about, what is to be done by when, and how often it was tried. */
  readonly task: string;
  readonly offers: readonly string[];
}

/** What can be seen in the chat now. */
export interface Eyes {
  /** Rows of one person's direct messages that were said or changed since an instant; the newest version of each. */
  readonly rows: (channel: string, since: Date) => readonly Row[];
  /** Messages in the channel and its threads that have this button now. */
  readonly offering: (channel: string, button: string) => readonly Said[];
  /** How many messages only this person was shown so far. */
  readonly whispers: (user: string) => readonly Said[];
}

export function openEyes(chatLog: string): Eyes & { readonly close: () => void } {
  const tape = openTape(chatLog);
  const channels = new Map<string, Map<string, Said>>();
  const whispered = new Map<string, Said[]>();
  const look = (): void => {
    for (const said of tape.more()) {
      if (said.onlyFor === undefined) keep(channels, said);
      else whispered.set(said.onlyFor, [...(whispered.get(said.onlyFor) ?? []).slice(-20), said]);
    }
  };
  const seen = (channel: string): readonly Said[] => {
    look();
    return [...(channels.get(channel)?.values() ?? [])];
  };
  return {
    rows: (channel, since) =>
      seen(channel)
        .filter((said) => saidAt(said) >= since)
        .flatMap(rowsOf),
    offering: (channel, button) => seen(channel).filter((said) => offersOf(said).includes(button)),
    whispers: (user) => {
      look();
      return whispered.get(user) ?? [];
    },
    close: tape.close,
  };
}

function keep(channels: Map<string, Map<string, Said>>, said: Said): void {
  const channel = channels.get(said.channel) ?? new Map<string, Said>();
  channels.set(said.channel, channel.set(said.ts, said));
}

interface Element {
  readonly type: string;
  readonly text?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string } }[];
}

function rowsOf(on: Said): readonly Row[] {
  return (on.blocks ?? []).flatMap((block) => {
    const element = block['accessory'] as Element | undefined;
    if (element === undefined) return [];
    const { text } = block['text'] as { readonly text: string };
    const control = String(block['block_id']);
    return [{ on, control, whom: whomIn(text), task: taskIn(text), offers: labelsOf(element) }];
  });
}

const whomIn = (text: string): string => text.split(' · ', 1).join('');

/** The same in a list and in a nudge, which say different things around it. */
function taskIn(text: string): string {
  const [, line = ''] = text.split('\n');
  const [what = line] = /^.*? by \d\d:\d\d/.exec(line) ?? [];
  return [whomIn(text), what, ...(/tried [^·]+/.exec(line) ?? [])].join(' ').trim();
}

function offersOf({ blocks = [] }: Said): readonly string[] {
  return blocks.flatMap(({ elements }: Block) =>
    Array.isArray(elements) ? (elements as readonly Element[]).flatMap(labelsOf) : [],
  );
}

function labelsOf({ type, text, options = [] }: Element): readonly string[] {
  if (type === 'button') return [text?.text ?? ''];
  return type === 'overflow' ? options.map((option) => option.text.text) : [];
}
