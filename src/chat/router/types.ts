import type { ChatLog } from '../log.ts';
import type { MintedCard, MintedForm } from '../port.ts';
import type {
  Action,
  Card,
  Command,
  Form,
  FormValues,
  PickedMessage,
  Plan,
  Reply,
  Shortcut,
  Visibility,
  Where,
} from '../types.ts';

/** A reply whose buttons have their ids: what a platform has to show. */
export type Answer =
  | { readonly kind: 'card'; readonly card: MintedCard; readonly visibility: Visibility }
  | { readonly kind: 'replace'; readonly card: MintedCard }
  | { readonly kind: 'form'; readonly form: MintedForm }
  | { readonly kind: 'fieldErrors'; readonly errors: Readonly<Record<string, string>> }
  /** Nothing was done, and why; a form stays open with what was typed. */
  | { readonly kind: 'refusal'; readonly text: string }
  | { readonly kind: 'silent' };

/** A request that was understood but not run yet, so that the platform can be told first what is coming. */
export interface Prepared {
  readonly plan: Plan;
  /** Never rejects. */
  readonly run: () => Promise<Answer>;
}

/** A file that a person put into a conversation. */
export interface PickedFile {
  readonly id: string;
  readonly name: string;
}

/** What a platform hands its requests to. Nothing here throws or rejects. */
export interface Router {
  readonly commands: readonly Pick<Command<never>, 'name' | 'summary' | 'options'>[];
  readonly command: (where: Where, name: string, text: string) => Prepared;
  /** Every command's, in their order. */
  readonly shortcuts: readonly Pick<Shortcut<never>, 'name' | 'label' | 'on'>[];
  readonly shortcut: (where: Where, name: string, message?: PickedMessage) => Prepared;
  readonly press: (where: Where, token: string) => Promise<Prepared>;
  readonly submit: (where: Where, token: string, values: FormValues) => Promise<Answer>;
  readonly file: (where: Where, file: PickedFile) => Promise<Answer>;
  /** Somebody opened their own page: it comes in its own time; an answer is what to show there at once. */
  readonly home: (where: Where) => Promise<Answer>;
  /** Somebody is no longer on the platform. */
  readonly left: (where: Where) => Promise<void>;
  /** For a failure outside the router, such as an answer that the platform would not show. */
  readonly explain: (error: unknown, what: string) => string;
}

/** What the router needs of the rest. Each may throw `DomainError`: its message is shown to whoever acts. */
export interface RouterParts<Context> {
  readonly commands: readonly Command<Context>[];
  /** Workspace and member of whoever acts; refuses strangers. */
  readonly contextOf: (where: Where) => Promise<Context>;
  readonly rolesOf: (context: Context) => readonly string[];
  /** Names of the people who hold one of the roles. */
  readonly whoMay: (context: Context, roles: readonly string[]) => Promise<readonly string[]>;
  readonly mint: (where: Where, card: Card) => Promise<MintedCard>;
  readonly mintForm: (where: Where, form: Form) => Promise<MintedForm>;
  readonly actionOf: (where: Where, token: string) => Promise<Action | undefined>;
  /** A file put into a conversation; absent: files are ignored. */
  readonly onFile?: (context: Context, file: PickedFile) => Promise<Reply>;
  /** Somebody opened their own page; absent: there are none. */
  readonly onHome?: (context: Context) => Promise<void>;
  /** Somebody is no longer on the platform; absent: that changes nothing. */
  readonly onLeft?: (where: Where) => Promise<void>;
  readonly log: ChatLog;
}
