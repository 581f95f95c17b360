/** One subject of a bundle: calls, promises, payments. It becomes a table of the index and a CSV file. */
export interface Sheet {
  /** The CSV file's name, without its ending. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A paper in the bundle. */
export interface BundleFile {
  /** With forward slashes, safe on every system: see `safeFileName`. */
  readonly path: string;
  /** What it is, in words. */
  readonly what: string;
  readonly bytes: Uint8Array;
  /** SHA-256 in hexadecimal, so that a paper can be proved to be the one that was kept. */
  readonly hash: string;
}

/** Everything that legal takes over about a customer. */
export interface Bundle {
  readonly title: string;
  /** Lines under the title: who, how much, as of when. */
  readonly facts: readonly string[];
  readonly sheets: readonly Sheet[];
  readonly files: readonly BundleFile[];
}
