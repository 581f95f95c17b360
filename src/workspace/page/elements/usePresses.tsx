import type { ConfirmationDialog } from '@slack/types';
import { type ReactNode, useCallback, useState } from 'react';
import type { Press } from '../../api.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { elementKey, type Pressed } from './surface.ts';
import { useAttempt } from '../parts/useAttempt.ts';
import { useDirectory } from '../state/useSession.ts';
import { pressElement } from '../wire/requests.ts';

interface Presses {
  readonly press: (pressed: Pressed, confirm: ConfirmationDialog | undefined) => Promise<boolean>;
  readonly pressing: string | undefined;
  readonly failure: string | undefined;
  readonly forget: () => void;
  /** The question that is being asked, to be put somewhere on the surface. */
  readonly question: ReactNode;
}

interface Question {
  readonly confirm: ConfirmationDialog;
  readonly answer: (yes: boolean) => void;
}

/** Sends presses from one message or view (with what is filled in there), one at a time, each after its confirmation. */
export function usePresses(from: Press['from'], values?: Press['values']): Presses {
  const { me } = useDirectory();
  const { attempt, failure, forget } = useAttempt();
  const [pressing, setPressing] = useState<string>();
  const [question, setQuestion] = useState<Question>();

  const press = useCallback(
    async (pressed: Pressed, confirm: ConfirmationDialog | undefined) => {
      if (confirm !== undefined) {
        const yes = await new Promise<boolean>((answer) => setQuestion({ confirm, answer }));
        setQuestion(undefined);
        if (!yes) return false;
      }
      setPressing(elementKey(pressed.block_id, pressed.action_id));
      const sent = await attempt(() =>
        pressElement({ user: me, from, action: pressed, ...(values && { values }) }),
      );
      setPressing(undefined);
      return sent;
    },
    [attempt, from, me, values],
  );

  return {
    press,
    pressing,
    failure,
    forget,
    question: question && <ConfirmDialog confirm={question.confirm} answer={question.answer} />,
  };
}
