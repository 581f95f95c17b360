import type {
  ActionsBlock,
  Button as SlackButton,
  ConfirmationDialog,
  Overflow,
  PlainTextOption,
} from '@slack/types';
import { refuse } from '../../refuse.ts';
import type { Button } from '../../types.ts';
import { fitting, fittingCount, LIMITS } from '../limits.ts';
import { plainText } from './plain.ts';

/** The opaque id that stands for a button's action. */
export type TokenOf = (button: Button) => string;

/** Up to three visible buttons; the rest in menus of five, side by side at the end of the line. */
export function actionsBlocks(
  buttons: readonly Button[],
  more: readonly Button[],
  tokenOf: TokenOf,
): readonly ActionsBlock[] {
  const shown = fittingCount('visible buttons', buttons, LIMITS.visibleButtons);
  const elements = [
    ...shown.map((each, index) => button(each, `button-${index}`, tokenOf)),
    ...fives(more).map((each, index) => menu(each, `menu-${index}`, tokenOf)),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/**
 * The control beside a line. One block a line keeps a page of ten under Slack's 50 and lets it be read as a list:
 * so one button is shown, and several become one menu.
 */
export function accessory(buttons: readonly Button[], tokenOf: TokenOf): SlackButton | Overflow | undefined {
  const [only, second] = fittingCount('controls on one line', buttons, LIMITS.overflowOptions);
  if (!only) return undefined;
  return second ? menu(buttons, 'menu-0', tokenOf) : button(only, 'button-0', tokenOf);
}

/** The token travels as the value, for buttons and menus alike; an action id only has to be unique in its block. */
function button(each: Button, id: string, tokenOf: TokenOf): SlackButton {
  return {
    type: 'button',
    action_id: id,
    text: plainText('A button', each.label, LIMITS.buttonText),
    value: tokenOf(each),
    ...(each.style && { style: each.style }),
    ...(each.confirm && { confirm: confirmation(each.confirm, each.style) }),
  };
}

function menu(buttons: readonly Button[], id: string, tokenOf: TokenOf): Overflow {
  return { type: 'overflow', action_id: id, options: buttons.map((each) => option(each, tokenOf)) };
}

function option(each: Button, tokenOf: TokenOf): PlainTextOption {
  if (each.confirm) {
    refuse(`“${each.label}” asks before it counts, which Slack's menus cannot: show it as a button.`);
  }
  return {
    text: plainText('A menu entry', each.label, LIMITS.optionText),
    value: fitting('A menu entry’s id', tokenOf(each), LIMITS.optionValue),
  };
}

function confirmation(ask: NonNullable<Button['confirm']>, style: Button['style']): ConfirmationDialog {
  return {
    title: plainText('A question’s title', ask.title, LIMITS.confirmTitle),
    text: plainText('A question', ask.text, LIMITS.confirmText),
    confirm: plainText('A question’s answer', ask.yes, LIMITS.confirmButton),
    deny: plainText('A question’s answer', 'Cancel', LIMITS.confirmButton),
    ...(style && { style }),
  };
}

function fives(buttons: readonly Button[]): readonly (readonly Button[])[] {
  if (buttons.length === 0) return [];
  return [buttons.slice(0, LIMITS.overflowOptions), ...fives(buttons.slice(LIMITS.overflowOptions))];
}
