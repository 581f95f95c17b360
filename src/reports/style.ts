/**
 * How every picture looks. It lies on light and on dark pages alike, so it brings its own card, on which all text has a
 * contrast of at least 4.5. Drawn 300 wide, about what a message leaves it on a phone, so that its text is as large there
 * as it says here, and 1080 pixels fine, so that it stays crisp where it is larger.
 */
export const card = { width: 300, scale: 3.6, ground: '#fbfaf7', edge: '#d3d6d2', radius: 10 } as const;

export const font = { family: 'Roboto', size: 14 } as const;

export const ink = { strong: '#1d2724', soft: '#55605d', line: '#dcdfda' } as const;

/** Told apart by their lightness too, so that every kind of eye can. */
export const shade = {
  /** From not due yet to very late, each darker than the one before. */
  aging: ['#9ac7bd', '#f2c46d', '#e2944a', '#c25a38', '#7d2330'],
  calm: '#2f7f9e',
  pale: '#a9cbd8',
  warm: '#d98a3d',
} as const;

export const words = { fontFamily: font.family, fontSize: font.size, color: ink.strong } as const;
