import { useCallback, useMemo, useState } from 'react';
import { collectValues, findComplaints } from './formValues.ts';
import type { Submit, View } from '../../api.ts';
import type { FormState } from '../elements/surface.ts';
import type { Picked } from '../elements/values.ts';
import { useAttempt } from '../parts/useAttempt.ts';
import { useSession } from '../state/useSession.ts';
import { answerView } from '../wire/requests.ts';

interface FormAccess {
  readonly form: FormState;
  readonly values: Submit['values'];
  readonly submit: () => Promise<void>;
  readonly close: () => void;
  readonly sending: boolean;
  readonly refusal: string | undefined;
}

type Errors = Readonly<Record<string, string>>;

/**
 * What has been filled in so far. An updated view keeps the values of the blocks it keeps, as Slack does, because
 * they are held by block and action id.
 */
export function useFormState(view: View): FormAccess {
  const { session, dispatch } = useSession();
  const [picked, setPicked] = useState<Readonly<Record<string, Picked>>>({});
  const [errors, setErrors] = useState<Errors>({});
  const { running, failure, attempt } = useAttempt();

  const pick = useCallback((key: string, value: Picked) => {
    setPicked((before) => ({ ...before, [key]: value }));
  }, []);

  const answer = async (request: () => ReturnType<typeof answerView>): Promise<void> => {
    const { errors: refused, closed } = await request();
    setErrors(refused ?? {});
    if (closed === true) dispatch({ type: 'viewClosed', view: view.id });
  };
  const values = useMemo(() => collectValues(view.view.blocks, picked), [view.view.blocks, picked]);
  const about = { user: session.me, view: view.id };

  const submit = async (): Promise<void> => {
    const complaints = findComplaints(view.view.blocks, picked);
    setErrors(complaints);
    if (Object.keys(complaints).length > 0) return;
    await attempt(() => answer(() => answerView({ ...about, values })));
  };

  // Closed here at once: a form must not stay in the way because the server is slow or gone.
  const close = (): void => {
    dispatch({ type: 'viewClosed', view: view.id });
    void attempt(() => answerView({ ...about, close: true }));
  };

  return {
    form: useMemo(() => ({ picked, pick, errors }), [picked, pick, errors]),
    values,
    submit,
    close,
    sending: running,
    refusal: failure,
  };
}
