import { useCallback, useState } from 'react';

interface Attempt {
  readonly running: boolean;
  /** Why the last try failed. */
  readonly failure: string | undefined;
  readonly forget: () => void;
  /** True when it worked. A second try while one runs is not made. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<boolean>;
}

/** One request at a time, with its progress and its failure to show. */
export function useAttempt(): Attempt {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string>();

  const attempt = useCallback(
    async (act: () => Promise<unknown>): Promise<boolean> => {
      if (running) return false;
      setRunning(true);
      setFailure(undefined);
      try {
        await act();
        return true;
      } catch (error) {
        setFailure(error instanceof Error ? error.message : String(error));
        return false;
      } finally {
        setRunning(false);
      }
    },
    [running],
  );
  const forget = useCallback(() => setFailure(undefined), []);
  return { running, failure, forget, attempt };
}
