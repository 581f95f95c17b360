import { listed, type Picked, type Stateful } from './values.ts';

/** What Slack's client itself refuses before it sends a form, in words for beside the field. */
export function complaint(element: Stateful, picked: Picked, optional: boolean): string | undefined {
  const chosen = listed(picked);
  if (chosen.length === 0) return optional ? undefined : 'Please complete this required field.';
  const [text = ''] = chosen;
  switch (element.type) {
    case 'plain_text_input':
      return lengthComplaint(text, element.min_length, element.max_length);
    case 'number_input':
      return numberComplaint(text, element.is_decimal_allowed, element.min_value, element.max_value);
    case 'multi_static_select':
      return tooMany(chosen.length, element.max_selected_items);
    case 'checkboxes':
    case 'datepicker':
    case 'radio_buttons':
    case 'static_select':
    case 'timepicker':
    case 'users_select':
      return undefined;
  }
}

function lengthComplaint(text: string, least = 0, most = Infinity): string | undefined {
  if (text.length < least) return `At least ${least} characters, please; these are ${text.length}.`;
  if (text.length > most) return `At most ${most} characters, please; these are ${text.length}.`;
  return undefined;
}

function numberComplaint(text: string, decimals: boolean, least = '', most = ''): string | undefined {
  const shape = decimals ? /^-?\d+(?:\.\d+)?$/ : /^-?\d+$/;
  if (!shape.test(text)) return decimals ? 'Enter a number, such as 12.5.' : 'Enter a whole number.';
  if (least !== '' && Number(text) < Number(least)) return `Not below ${least}, please.`;
  if (most !== '' && Number(text) > Number(most)) return `Not above ${most}, please.`;
  return undefined;
}

const tooMany = (count: number, most = Infinity): string | undefined =>
  count > most ? `At most ${most}, please; these are ${count}.` : undefined;
