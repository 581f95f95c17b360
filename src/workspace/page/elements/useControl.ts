import { useState } from 'react';
import { elementKey, useSurface } from './surface.ts';
import { initially, type Picked, slackValue, type Stateful } from './values.ts';

/** Where an element stands and who names it. */
export interface Standing {
  readonly blockId: string;
  /** Whether a choice is told to the bot at once, as it is everywhere but in a form's input. */
  readonly dispatches: boolean;
  /** Ids for the label's `for` and the hints, where an input block gives them. */
  readonly controlId?: string;
  readonly describedBy?: string;
  readonly invalid?: boolean;
}

export interface Control {
  readonly picked: Picked;
  readonly choose: (picked: Picked) => void;
  readonly busy: boolean;
}

/**
 * The value of a stateful element. In a form it is kept at once and sent with the form; in a message it changes
 * when the bot has taken it.
 */
export function useControl(element: Stateful, { blockId, dispatches }: Standing): Control {
  const { press, pressing, form } = useSurface();
  const key = elementKey(blockId, element.action_id);
  const [taken, setTaken] = useState<Picked>();

  const tell = (picked: Picked): Promise<boolean> => {
    const pressed = { block_id: blockId, action_id: element.action_id ?? '', ...slackValue(element, picked) };
    return press({ ...pressed, type: element.type }, 'confirm' in element ? element.confirm : undefined);
  };
  const choose = (picked: Picked): void => {
    form?.pick(key, picked);
    if (!dispatches) {
      setTaken(picked);
      return;
    }
    void tell(picked).then((sent) => {
      if (sent) setTaken(picked);
    });
  };

  const current = form === undefined ? taken : form.picked[key];
  return { picked: current ?? initially(element), choose, busy: pressing === key };
}
