import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const NEAR_PX = 48;

interface Following {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly isAtEnd: boolean;
  readonly goToEnd: () => void;
}

/** Keeps a list at its end while it grows, unless the reader has scrolled up. */
export function useFollowing(): Following {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [isAtEnd, setIsAtEnd] = useState(true);

  const goToEnd = useCallback(() => {
    const list = scroller.current;
    follows.current = true;
    if (list !== null) list.scrollTop = list.scrollHeight;
  }, []);

  useEffect(() => {
    const list = scroller.current;
    if (list === null || content.current === null) return;
    let lastTop = list.scrollTop;
    const read = (): void => {
      const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_PX;
      // Only a way up leaves the end: a scroll event that comes late may see a list that has grown since.
      if (isNear) follows.current = true;
      else if (list.scrollTop < lastTop) follows.current = false;
      lastTop = list.scrollTop;
      setIsAtEnd(follows.current);
    };
    const grown = new ResizeObserver(() => (follows.current ? goToEnd() : read()));
    grown.observe(content.current);
    grown.observe(list);
    list.addEventListener('scroll', read, { passive: true });
    return () => {
      grown.disconnect();
      list.removeEventListener('scroll', read);
    };
  }, [goToEnd]);

  return { scroller, content, isAtEnd, goToEnd };
}
