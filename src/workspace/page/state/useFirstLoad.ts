import { useEffect, useState } from 'react';
import type { State as Workspace } from '../../api.ts';
import { loadWorkspace, RequestError } from '../wire/requests.ts';

interface FirstLoad {
  readonly workspace: Workspace | undefined;
  readonly failure: Error | undefined;
}

const AGAIN_MS = 1_500;

/** Asks for the workspace until it answers; one that refuses us is not asked again. */
export function useFirstLoad(): FirstLoad {
  const [workspace, setWorkspace] = useState<Workspace>();
  const [failure, setFailure] = useState<Error>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const load = (): void => {
      loadWorkspace().then(
        (loaded) => {
          if (!stopped) setWorkspace(loaded);
        },
        (error: unknown) => {
          if (stopped) return;
          setFailure(error instanceof Error ? error : new Error(String(error)));
          if (!isRefusal(error)) timer = setTimeout(load, AGAIN_MS);
        },
      );
    };
    load();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, []);

  return { workspace, failure };
}

export const isRefusal = (error: unknown): boolean =>
  error instanceof RequestError && (error.status === 401 || error.status === 403);
