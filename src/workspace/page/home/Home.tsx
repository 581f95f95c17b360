import { type ReactNode, useEffect, useMemo } from 'react';
import type { View } from '../../api.ts';
import { Blocks } from '../blocks/Blocks.tsx';
import { SurfaceContext } from '../elements/surface.ts';
import { usePresses } from '../elements/usePresses.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useAttempt } from '../parts/useAttempt.ts';
import { useSession } from '../state/useSession.ts';
import { openTab } from '../wire/requests.ts';

/** The app's own page for this person. Looking at it tells the app, which then publishes it. */
export function Home(): ReactNode {
  const { me, home, connection } = useSession().session;
  const { attempt, failure, forget } = useAttempt();
  useEffect(() => {
    if (connection > 0) void attempt(() => openTab({ user: me, tab: 'home' }));
    // Once for each look: a new attempt is no new look.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [me, connection]);
  return (
    <main className="home" aria-label="Home" tabIndex={-1}>
      <div className="home-content">
        <Notice text={failure} dismiss={forget} />
        {home === undefined ? <p className="home-empty">One moment…</p> : <HomeBlocks home={home} />}
      </div>
    </main>
  );
}

function HomeBlocks({ home }: { readonly home: View }): ReactNode {
  const from = useMemo(() => ({ view: home.id }), [home.id]);
  const { press, pressing, failure, forget, question } = usePresses(from);
  const surface = useMemo(() => ({ press, pressing }), [press, pressing]);
  return (
    <SurfaceContext value={surface}>
      <Blocks blocks={home.view.blocks} />
      <Notice text={failure} dismiss={forget} />
      {question}
    </SurfaceContext>
  );
}
