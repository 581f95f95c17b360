import type { ReactElement } from 'react';
import { ButtonView } from './ButtonView.tsx';
import { CheckboxesView, RadioButtonsView } from './ChoiceView.tsx';
import { DatepickerView, TimepickerView } from './MomentView.tsx';
import { Picture } from '../blocks/Picture.tsx';
import { MultiSelectView } from './MultiSelectView.tsx';
import { OverflowView } from './OverflowView.tsx';
import { SelectView, UsersSelectView } from './SelectView.tsx';
import { TextInputView } from './TextInputView.tsx';
import type { Standing } from './useControl.ts';
import type { ShownElement } from '../blocks/kit.ts';

interface Props {
  readonly element: ShownElement;
  readonly standing: Standing;
}

export function ElementView({ element, standing }: Props): ReactElement {
  switch (element.type) {
    case 'button':
      return <ButtonView element={element} standing={standing} />;
    case 'overflow':
      return <OverflowView element={element} standing={standing} />;
    case 'static_select':
      return <SelectView element={element} standing={standing} />;
    case 'users_select':
      return <UsersSelectView element={element} standing={standing} />;
    case 'multi_static_select':
      return <MultiSelectView element={element} standing={standing} />;
    case 'checkboxes':
      return <CheckboxesView element={element} standing={standing} />;
    case 'radio_buttons':
      return <RadioButtonsView element={element} standing={standing} />;
    case 'datepicker':
      return <DatepickerView element={element} standing={standing} />;
    case 'timepicker':
      return <TimepickerView element={element} standing={standing} />;
    case 'plain_text_input':
    case 'number_input':
      return <TextInputView element={element} standing={standing} />;
    case 'image':
      return <Picture image={element} className="section-image" />;
  }
}
