/** Where the launcher says what it does; pino's logger and the console both fit. */
export interface Log {
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
}
