/** What the app heard, one after the other: `next()` waits for the event itself, the test's own bound is the end. */
export interface Hearing<Value> {
  readonly note: (value: Value) => void;
  /** The same as a listener of Bolt, which is asynchronous. */
  readonly hear: (value: Value) => Promise<void>;
  readonly next: () => Promise<Value>;
}

export function createHearing<Value>(): Hearing<Value> {
  const heard: Value[] = [];
  const waiting: ((value: Value) => void)[] = [];
  const note = (value: Value): void => {
    const waiter = waiting.shift();
    if (waiter) waiter(value);
    else heard.push(value);
  };
  return {
    note,
    hear: (value) => Promise.resolve(note(value)),
    next: () => {
      const value = heard.shift();
      return value === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(value);
    },
  };
}
