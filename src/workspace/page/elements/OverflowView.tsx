import type { Overflow } from '@slack/types';
import type { ReactNode } from 'react';
import { elementKey, useSurface } from './surface.ts';
import type { Standing } from './useControl.ts';
import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { withEmoji } from '../text/emoji.ts';
import { isSafeAddress } from '../text/WebLink.tsx';

interface Props {
  readonly element: Overflow;
  readonly standing: Standing;
}

type Option = Overflow['options'][number];

export function OverflowView({ element, standing: { blockId } }: Props): ReactNode {
  const { press, pressing } = useSurface();
  const pick = (option: Option): void => {
    if (option.url !== undefined && isSafeAddress(option.url)) open(option.url, '_blank', 'noopener');
    const pressed = { type: element.type, block_id: blockId, action_id: element.action_id ?? '' };
    void press({ ...pressed, selected_option: option }, element.confirm);
  };
  return (
    <Menu
      label="More actions"
      className="button button-overflow"
      button={<Icon name="more" />}
      disabled={pressing !== undefined}
      busy={pressing === elementKey(blockId, element.action_id)}
      items={element.options.map((option, index) => ({
        key: String(index),
        label: <OptionLabel option={option} />,
        pick: () => pick(option),
      }))}
    />
  );
}

function OptionLabel({ option }: { readonly option: Option }): ReactNode {
  return (
    <>
      <span>{withEmoji(option.text.text)}</span>
      {option.description && <small className="option-description">{option.description.text}</small>}
    </>
  );
}
