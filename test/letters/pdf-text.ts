import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF as pdfmake writes it, line by line from the top, the pieces of a line from the left.
 * Enough of the format for tests. A glyph that the font lacks reads as U+FFFD; what lies beside the paper is not read.
 */
export function pagesOf(bytes: Uint8Array): readonly string[] {
  const objects = objectsIn(Buffer.from(bytes).toString('latin1'));
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object));
  return pages.map((page) => {
    const fonts = fontsIn(follow(objects, page, 'Resources'), objects);
    return linesIn(contentOf(follow(objects, page, 'Contents')), fonts);
  });
}

type Objects = ReadonlyMap<string, string>;
type Fonts = ReadonlyMap<string, ReadonlyMap<string, string>>;

function objectsIn(file: string): Objects {
  return new Map(
    [...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
}

function follow(objects: Objects, from: string, key: string): string {
  const id = new RegExp(`/${key} (\\d+) 0 R`).exec(from)?.[1] ?? '';
  return objects.get(id) ?? '';
}

function contentOf(object: string): string {
  const stream = /stream\n([\s\S]*?)\nendstream/.exec(object)?.[1] ?? '';
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

function fontsIn(resources: string, objects: Objects): Fonts {
  const named = [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)];
  return new Map(
    named.map(([, name = '', id = '']) => [
      name,
      glyphsIn(contentOf(follow(objects, objects.get(id) ?? '', 'ToUnicode'))),
    ]),
  );
}

/** From a glyph's digits to the text it stands for; a ligature stands for several letters. */
function glyphsIn(map: string): ReadonlyMap<string, string> {
  const ranges = [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)];
  return new Map(
    ranges.flatMap(([, first = '', list = '']) =>
      [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, codes = ''], index): [string, string] => {
        const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
        return [
          glyph,
          glyph === '0000'
            ? '\ufffd'
            : Buffer.from(codes.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
        ];
      }),
    ),
  );
}

/** A4 in points. */
const paperWidth = 595.28;

function linesIn(content: string, fonts: Fonts): string {
  const lines = new Map<number, { x: number; text: string }[]>();
  const piece = /1 0 0 1 (\S+) (\S+) Tm\n\/(F\d+) \S+ Tf\n\[(.*?)\] TJ/g;
  for (const [, x, y, font = '', shown = ''] of content.matchAll(piece)) {
    if (Number(x) > paperWidth) continue;
    const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const text = glyphs.map((glyph) => fonts.get(font)?.get(glyph) ?? '\ufffd').join('');
    const height = Math.round(Number(y));
    lines.set(height, [...(lines.get(height) ?? []), { x: Number(x), text }]);
  }
  const downwards = [...lines].sort(([a], [b]) => b - a).map(([, pieces]) => pieces);
  return downwards
    .map((pieces) =>
      pieces
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
}
