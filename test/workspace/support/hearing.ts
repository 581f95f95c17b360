/** What the app heard, one after the other: `next()` waits for the event itself, the test's own bound is the end. */
export interface Hearing<Value> {
  readonly hear: (value: Value) => void;
  readonly next: () => Promise<Value>;
}

export function createHearing<Value>(): Hearing<Value> {
  const heard: Value[] = [];
  const waiting: ((value: Value) => void)[] = [];
  return {
    hear: (value) => {
      const waiter = waiting.shift();
      if (waiter) waiter(value);
      else heard.push(value);
    },
    next: () => {
      const value = heard.shift();
      return value === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(value);
    },
  };
}
