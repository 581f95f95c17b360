import { type ReactNode, useState } from 'react';
import { Banner } from './Banner.tsx';
import { PlaceView } from './PlaceView.tsx';
import { TopBar } from './TopBar.tsx';
import { ClockBar } from './clock/ClockBar.tsx';
import { type Overlay, Overlays } from './keys/Overlays.tsx';
import { Forms } from './modal/Forms.tsx';
import { Sidebar } from './sidebar/Sidebar.tsx';
import type { Place } from './state/place.ts';
import { usePlaceForMe } from './state/usePlaceForMe.ts';
import { useSession } from './state/useSession.ts';

export function Page(): ReactNode {
  const { workspace } = useSession().session;
  const place = usePlaceForMe();
  // On a narrow screen the sidebar is a drawer over the place, and closes when another place is chosen.
  const [drawerOver, setDrawerOver] = useState<Place>();
  const [overlay, setOverlay] = useState<Overlay>();
  const isDrawerOpen = drawerOver === place;

  return (
    <div
      className={`page ${isDrawerOpen ? 'page-drawer' : ''}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isDrawerOpen) return;
        event.preventDefault();
        setDrawerOver(undefined);
      }}
    >
      <Sidebar place={place} />
      <button
        type="button"
        className="drawer-cover"
        aria-label="Close the sidebar"
        tabIndex={isDrawerOpen ? 0 : -1}
        onClick={() => setDrawerOver(undefined)}
      />
      <div className="stage">
        {workspace.clock && <ClockBar clock={workspace.clock} />}
        <Banner />
        <TopBar
          place={place}
          isDrawerOpen={isDrawerOpen}
          openDrawer={() => setDrawerOver(place)}
          show={setOverlay}
        />
        <PlaceView place={place} />
      </div>
      <Forms />
      <Overlays place={place} shown={overlay} show={setOverlay} />
    </div>
  );
}
