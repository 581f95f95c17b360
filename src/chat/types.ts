/** The vocabulary between commands and chat platforms: what a card is, what a form is, what a command is. */

/** Rich text is a list of spans. A plain string is always data: it is escaped, and can mention nobody. */
export type Text = string | readonly Span[];
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly strike: string }
  /** A platform user id; the only way to mention a person. */
  | { readonly mention: string }
  | { readonly link: string; readonly label: string };

/** What a press does: the command that owns the action, the action's name, and the arguments it is run with. */
export interface Action {
  readonly command: string;
  readonly action: string;
  readonly args: Readonly<Record<string, string | number | boolean | null>>;
}

export interface Button {
  readonly label: string;
  readonly action: Action;
  readonly style?: 'primary' | 'danger';
  /** Asked before the press counts. Only a visible button can ask: menus have no question per entry. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string };
}

export type Part =
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'small'; readonly text: Text }
  | { readonly kind: 'fields'; readonly fields: readonly { readonly label: string; readonly value: Text }[] }
  /** One line of a list with its own controls: one button stands beside the text, two to five become a menu. */
  | { readonly kind: 'row'; readonly text: Text; readonly buttons: readonly Button[] }
  /** At most three visible controls; `more` is an overflow menu. */
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[]; readonly more?: readonly Button[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly title: string; readonly align?: 'right' }[];
      readonly rows: readonly (readonly string[])[];
    }
  /** Never the only bearer of a number: `alt` says in words what is to be seen, and stands in where no picture can. */
  | { readonly kind: 'picture'; readonly picture: Picture; readonly alt: string; readonly title?: string }
  | { readonly kind: 'divider' };

/** A PNG that is drawn only when it is needed. Equal keys mean equal bytes, so that it is drawn and sent once. */
export interface Picture {
  readonly key: string;
  readonly draw: () => Promise<Uint8Array>;
}

/** What can be read but not pressed. */
export type StillPart = Exclude<Part, { readonly kind: 'row' | 'buttons' }>;

export interface Card {
  readonly title?: string;
  /** One plain line for notifications and screen readers. */
  readonly summary: string;
  readonly parts: readonly Part[];
}

export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
} & (
  | {
      readonly kind: 'text';
      readonly initial?: string;
      readonly multiline?: boolean;
      readonly maxLength?: number;
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly initial?: string;
    }
  | {
      readonly kind: 'choices';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly initial?: readonly string[];
    }
  /** A person of the workspace; the value is the platform user id. */
  | { readonly kind: 'person'; readonly initial?: string }
  /** A day; the value is YYYY-MM-DD where the platform has a date picker, else what was typed. */
  | { readonly kind: 'date'; readonly initial?: string }
);

export interface Form {
  readonly title: string;
  readonly submit: string;
  readonly intro?: readonly StillPart[];
  readonly fields: readonly Field[];
  /** Who handles the submission, with arguments carried along. */
  readonly action: Action;
}

/** Values of a submitted form by field name; an empty optional field is absent. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

export type Visibility = 'private' | 'channel';

/** What a command, a press or a submission answers. It never posts: the router does. */
export type Reply =
  | { readonly kind: 'card'; readonly card: Card; readonly visibility?: Visibility }
  /** Replace the message on which the button was pressed (ephemeral lists turn their pages so). */
  | { readonly kind: 'replace'; readonly card: Card }
  | { readonly kind: 'form'; readonly form: Form }
  /** Shown beside the fields; nothing was done. */
  | { readonly kind: 'fieldErrors'; readonly errors: Readonly<Record<string, string>> }
  /** Done; what there is to see arrives through the outbox. */
  | { readonly kind: 'silent' };

/** Who is acting and where, as far as the platform knows. */
export interface Where {
  readonly platform: 'slack' | 'discord';
  readonly teamId: string;
  readonly userId: string;
  readonly channelId?: string;
  /** The message that carried the pressed button. */
  readonly message?: { readonly channelId: string; readonly id: string; readonly threadId?: string };
}

export interface OptionSpec {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
}

/** What will be answered, said before the acknowledgement: Discord fixes it at the defer, Slack opens the form with it. */
export type Plan =
  | { readonly kind: 'reply'; readonly visibility: Visibility }
  | { readonly kind: 'form'; readonly title: string };

/**
 * A command as a value. `Context` is what the router makes of `Where` (workspace, member, services); commands do
 * not know which platform they serve.
 */
export interface Command<Context> {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  /** Names of the roles that may use it; absent: everybody. */
  readonly may?: readonly string[];
  /** Pure: from the typed text alone. */
  readonly plan: (text: string) => Plan;
  /** `text` is what was typed, with people as `<@id>`. */
  readonly run: (context: Context, text: string) => Promise<Reply>;
  /** Presses by action name. */
  readonly presses: Readonly<Record<string, Press<Context>>>;
  /** Absent: none. Whoever may use the command may choose them. */
  readonly shortcuts?: readonly Shortcut<Context>[];
  /** Form submissions by action name. */
  readonly submissions: Readonly<Record<string, Submission<Context>>>;
}

/** A message on which somebody chose a shortcut. */
export interface PickedMessage {
  readonly channelId: string;
  readonly id: string;
  readonly threadId?: string;
  /** Empty for what we said ourselves. */
  readonly text: string;
}

/** An entry in the menu of every message, or one offered everywhere. It opens a form. */
export interface Shortcut<Context> {
  /** The platform's id for it: once given out it stays. */
  readonly name: string;
  readonly label: string;
  readonly on: 'message' | 'anywhere';
  /** As in `Press`. */
  readonly opensForm: string;
  readonly run: (context: Context, message?: PickedMessage) => Promise<Reply>;
}

export interface Press<Context> {
  /** As in `Command`; absent: whoever may use the command. */
  readonly may?: readonly string[];
  /** The form's title, shown at once: a platform gives three seconds to open one. */
  readonly opensForm?: string;
  readonly run: (context: Context, args: Action['args']) => Promise<Reply>;
}

export interface Submission<Context> {
  /** As in `Command`; absent: whoever may use the command. */
  readonly may?: readonly string[];
  readonly run: (context: Context, args: Action['args'], values: FormValues) => Promise<Reply>;
}
