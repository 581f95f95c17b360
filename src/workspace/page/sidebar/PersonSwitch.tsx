import type { ReactNode } from 'react';
import { usePeopleWaiting } from './usePeopleWaiting.ts';
import type { User } from '../../api.ts';
import { Avatar } from '../parts/Avatar.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Menu } from '../parts/Menu.tsx';
import { people } from '../state/directory.ts';
import { useDirectory, useMe, useSession } from '../state/useSession.ts';

/** Who I am here. Each person of the menu shows how many direct messages wait for them. */
export function PersonSwitch(): ReactNode {
  const { becomeSomebody } = useSession();
  const directory = useDirectory();
  const me = useMe();
  const { waiting, look } = usePeopleWaiting();
  return (
    <Menu
      label={`You are: ${me.name} · ${me.title}`}
      className="person"
      whenOpened={look}
      button={
        <>
          <Avatar user={me} />
          <span className="person-text">
            <span className="person-lead">You are:</span>
            <span className="person-name">{me.name}</span>
            <span className="person-title">{me.title}</span>
          </span>
          <Icon name="down" />
        </>
      }
      items={people(directory).map((user) => ({
        key: user.id,
        label: <PersonLabel user={user} waiting={waiting[user.id] ?? 0} />,
        chosen: user.id === me.id,
        pick: () => becomeSomebody(user.id),
      }))}
    />
  );
}

function PersonLabel({ user, waiting }: { readonly user: User; readonly waiting: number }): ReactNode {
  return (
    <span className="person-option">
      <Avatar user={user} />
      <span className="person-text">
        <span className="person-name">{user.name}</span>
        <span className="person-title">{user.title}</span>
      </span>
      {waiting > 0 && (
        <span className="badge" aria-label={`${waiting} unread`}>
          {waiting}
        </span>
      )}
    </span>
  );
}
