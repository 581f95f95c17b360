import type { ReactNode } from 'react';
import { isRefusal } from './state/useFirstLoad.ts';

/** What stands here before the workspace does. */
export function Gate({ failure }: { readonly failure: Error | undefined }): ReactNode {
  if (failure === undefined) return <p className="gate">Opening the workspace…</p>;
  return (
    <main className="gate" role="alert">
      <h1>{isRefusal(failure) ? 'This page needs its start-up link' : 'The workspace is not there'}</h1>
      <p>
        {isRefusal(failure)
          ? 'Open the whole address that was printed when it started: it ends in a token that lets you in.'
          : failure.message}
      </p>
    </main>
  );
}
