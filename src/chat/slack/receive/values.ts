import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import type { FormValues } from '../../types.ts';

/** What was filled in, by field name. A field left empty is absent. */
export function valuesOf(view: Pick<ViewOutput, 'state'>): FormValues {
  const fields = Object.entries(view.state.values).flatMap(([name, inputs]) =>
    Object.values(inputs).map((input) => [name, valueOf(input)] as const),
  );
  return Object.fromEntries(fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function valueOf(input: ViewStateValue): string | readonly string[] | undefined {
  switch (input.type) {
    case 'plain_text_input':
      return input.value || undefined;
    case 'static_select':
      return input.selected_option?.value;
    case 'multi_static_select': {
      const chosen = (input.selected_options ?? []).map((option) => option.value);
      return chosen.length > 0 ? chosen : undefined;
    }
    case 'users_select':
      return input.selected_user ?? undefined;
    case 'datepicker':
      return input.selected_date ?? undefined;
    default:
      return undefined;
  }
}
