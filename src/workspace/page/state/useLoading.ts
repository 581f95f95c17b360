import { type Dispatch, useEffect } from 'react';
import { type Directory, myChannels } from './directory.ts';
import type { Change } from './reduce.ts';
import type { Session } from './session.ts';
import { loadHome, loadMails, loadMessages, loadSeen, loadWorkspace } from '../wire/requests.ts';

/**
 * Loads what the socket does not push: everything at each new connection, and the messages of a channel that
 * appears later. A failed load is not reported: the lost connection is, and the next one loads again.
 */
export function useLoading(session: Session, directory: Directory, dispatch: Dispatch<Change>): void {
  const { me, connection, workspace } = session;
  const channels = myChannels(directory)
    .map((channel) => channel.id)
    .join(' ');

  useEffect(() => {
    if (connection === 0) return;
    loadWorkspace().then(
      (loaded) => dispatch({ type: 'workspace', workspace: loaded, at: performance.now() }),
      ignore,
    );
  }, [connection, dispatch]);

  useEffect(() => {
    if (connection === 0) return;
    loadHome(me).then((home) => dispatch({ type: 'home', home }), ignore);
  }, [connection, me, dispatch]);

  useEffect(() => {
    if (connection === 0) return;
    loadSeen(me).then((seen) => dispatch({ type: 'marks', seen }), ignore);
  }, [connection, me, dispatch]);

  useEffect(() => {
    if (connection === 0 || !workspace.mail) return;
    loadMails().then((mails) => dispatch({ type: 'mails', mails }), ignore);
  }, [connection, workspace.mail, dispatch]);

  useEffect(() => {
    if (connection === 0 || channels === '') return;
    for (const channel of channels.split(' ')) {
      loadMessages(me, { channel }).then(
        (messages) => dispatch({ type: 'history', channel, messages }),
        ignore,
      );
    }
  }, [connection, channels, me, dispatch]);
}

function ignore(): void {
  // The connection's own state tells the person.
}
