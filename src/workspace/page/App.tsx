import { type ReactNode, useCallback, useState } from 'react';
import { Gate } from './Gate.tsx';
import { Page } from './Page.tsx';
import { people } from './state/directory.ts';
import { useFirstLoad } from './state/useFirstLoad.ts';
import { lastPerson, rememberPerson } from './state/lastPerson.ts';
import { SessionProvider } from './state/SessionProvider.tsx';

/** The workspace, seen by the person chosen last. */
export function App(): ReactNode {
  const { workspace, failure } = useFirstLoad();
  const [chosen, setChosen] = useState(lastPerson);
  const becomeSomebody = useCallback((person: string) => {
    rememberPerson(person);
    setChosen(person);
  }, []);

  if (workspace === undefined) return <Gate failure={failure} />;
  const everybody = people({ me: '', ...workspace });
  const me = everybody.find((user) => user.id === chosen) ?? everybody[0];
  if (me === undefined) return <Gate failure={new Error('This workspace has no people.')} />;
  return (
    <SessionProvider key={me.id} me={me.id} workspace={workspace} becomeSomebody={becomeSomebody}>
      <Page />
    </SessionProvider>
  );
}
