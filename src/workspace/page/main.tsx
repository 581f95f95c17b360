import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { addressOf, placeOfPermalink } from './state/place.ts';

// Somebody opened a permalink: its place moves into the hash, where the page keeps it.
const linked = placeOfPermalink(location.search);
if (linked !== undefined) history.replaceState(null, '', `${location.pathname}${addressOf(linked)}`);

const root = document.getElementById('page');
if (root === null) throw new Error('index.html has no #page');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
