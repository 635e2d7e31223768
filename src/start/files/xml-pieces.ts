/** The tags and texts of XML as office programs write it; nothing is expanded but the five names and code points. */

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tag'; readonly name: string; readonly attributes: string; readonly isEnd: boolean };

/** An empty tag counts as its beginning and its end. */
export function* pieces(xml: string): Generator<Piece> {
  for (const [, inside, text] of xml.matchAll(/<([^<>]*)>|([^<]+)/gu)) {
    if (inside === undefined) {
      yield { kind: 'text', text: decoded(text ?? '') };
      continue;
    }
    const [, slash = '', name = '', attributes = ''] = /^(\/?)([^\s/]+)(.*)$/su.exec(inside) ?? [];
    yield { kind: 'tag', name, attributes, isEnd: slash !== '' };
    if (slash === '' && inside.endsWith('/')) yield { kind: 'tag', name, attributes: '', isEnd: true };
  }
}

/** Of an attribute with this name. */
export function valueIn(attributes: string, name: string): string | undefined {
  const [, double, single] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : decoded(value);
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/giu,
    (whole, decimal?: string, hex?: string, name = '') => {
      if (decimal === undefined && hex === undefined) return names[String(name)] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return point > 0x10ffff ? '' : String.fromCodePoint(point);
    },
  );
}
