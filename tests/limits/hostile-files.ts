/** Workbooks and tables made to hurt whoever opens them. Each has the headings of the reader it is meant for. */
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const package_ = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
const link = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const links = (...all: readonly string[]) =>
  xml(`<Relationships xmlns="${package_}/relationships">${all.join('')}</Relationships>`);

interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  /** Names of sheets, all of which are the one part. */
  readonly names?: readonly string[];
  readonly others?: Readonly<Record<string, Uint8Array>>;
}

const sheetPart = 'xl/worksheets/sheet1.xml';

function book({ sheet, strings = `<sst xmlns="${main}"/>`, names = ['表'], others = {} }: Parts): Uint8Array {
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r1"/>`).join('');
  return zipSync({
    '[Content_Types].xml': xml(`<Types xmlns="${package_}/content-types"/>`),
    '_rels/.rels': links(link('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': links(
      link('r1', 'worksheet', 'worksheets/sheet1.xml'),
      link('r2', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`,
    ),
    [sheetPart]: xml(sheet.startsWith('<!') ? sheet : `<worksheet xmlns="${main}">${sheet}</worksheet>`),
    'xl/sharedStrings.xml': xml(strings),
    ...others,
  });
}

const letter = (at: number) => String.fromCharCode(65 + at);
const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (line: number, cells: readonly string[]) =>
  `<row r="${line}">${cells.map((text, at) => inline(`${letter(at)}${line}`, text)).join('')}</row>`;
const many = (count: number, make: (line: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at + 2)).join('');
const data = (inside: string) => `<sheetData>${inside}</sheetData>`;

/** Ten entities, each ten of the one before: the last is 10¹⁰ letters. */
const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from('bcdefghij')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at] ?? ''};`.repeat(10)}">`)
  .join('')}<!ENTITY file SYSTEM "file:///etc/hostname">]>`;

/** Every entry claims its size only behind its content, or in 64 bits, where a careless measure sees nothing. */
function disguised(archive: Uint8Array, how: 'behind' | 'zip64'): Uint8Array {
  const bytes = Buffer.from(archive);
  if (how === 'zip64') {
    bytes.writeUInt32LE(0xffffffff, bytes.length - 6);
    return bytes;
  }
  let at = bytes.readUInt32LE(bytes.length - 6);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    bytes.writeUInt16LE(8, at + 8);
    bytes.writeUInt32LE(0, at + 20);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}

const tooLarge = /太大|2万行/u;
const noWorkbook = /这不是 Excel 工作簿/u;

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the one sentence says. */
  readonly says: RegExp;
}

/** Made one at a time: together they would fill the memory. */
interface Recipe {
  readonly make: () => HostileFile;
  /** Small enough to be opened: what a reader makes of its contents is its own. */
  readonly isOpened: boolean;
}

/** @param headings and one line below them */
export function hostileFiles(headings: readonly string[], line: readonly string[]): readonly Recipe[] {
  const head = row(1, headings);
  const file = (name: string, says: RegExp, bytes: () => Uint8Array): Recipe => ({
    make: () => ({ name, says, bytes: bytes() }),
    isOpened: name.includes('实体'),
  });
  const xlsx = (name: string, says: RegExp, parts: Parts) => file(`${name}.xlsx`, says, () => book(parts));
  const csv = (name: string, says: RegExp, rest: string) =>
    file(`${name}.csv`, says, () => Buffer.from(`${headings.join(',')}\n${rest}`));
  const bomb = book({ sheet: data(head), others: { 'xl/media/a.bin': new Uint8Array(60_000_000) } });
  const laughing = line.map((text, at) => (at === 0 ? '&j;' : text));
  return [
    file('炸弹.xlsx', tooLarge, () => bomb),
    file('炸弹64.xlsx', noWorkbook, () => disguised(bomb, 'zip64')),
    file('炸弹后.xlsx', noWorkbook, () => disguised(bomb, 'behind')),
    xlsx('实体', /&j;/u, {
      sheet: `${laughs}<worksheet xmlns="${main}">${data(head + row(2, laughing))}</worksheet>`,
    }),
    xlsx('外部实体', /&file;/u, {
      sheet: `${laughs}<worksheet>${data(head + row(2, ['&file;', ...line.slice(1)]))}</worksheet>`,
    }),
    xlsx('百万格', tooLarge, {
      sheet: data(head + many(10_000, (at) => `<row r="${at}">${'<c><v>1</v></c>'.repeat(100)}</row>`)),
    }),
    xlsx('一格在最后', tooLarge, { sheet: data(head + many(1, () => inline('XFD1048576', '1'))) }),
    xlsx('一行在最后', tooLarge, { sheet: data(`${head}<row r="1048576">${inline('A1048576', '1')}</row>`) }),
    xlsx('同一段长文字', tooLarge, {
      sheet: data(head + many(15_000, (at) => `<row r="${at}"><c r="A${at}" t="s"><v>0</v></c></row>`)),
      strings: `<sst xmlns="${main}"><si><t>${'张'.repeat(100_000)}</t></si></sst>`,
    }),
    xlsx('六万张同一工作表', tooLarge, {
      sheet: data(head + many(1_000, (at) => row(at, line))),
      names: Array.from({ length: 6_000 }, (_, at) => `s${at}`),
    }),
    xlsx('四十张同一工作表', tooLarge, {
      sheet: data(head + many(4_000, (at) => row(at, line))),
      names: Array.from({ length: 40 }, (_, at) => `s${at}`),
    }),
    xlsx('层层嵌套', tooLarge, { sheet: '<a>'.repeat(600_000) + '</a>'.repeat(600_000) }),
    xlsx('属性', tooLarge, { sheet: data(`<row ${'a="" '.repeat(1_100_000)}/>`) }),
    csv('逗号', tooLarge, ','.repeat(15_000_000)),
    csv('空行', tooLarge, '\n'.repeat(15_000_000)),
    csv('长字', tooLarge, '张'.repeat(5_000_000)),
    csv('引号', tooLarge, `"${'a'.repeat(15_000_000)}`),
    file('公文.pdf.png', noWorkbook, () => Buffer.from('%PDF-1.7\n')),
  ];
}

const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function annex(body: string, before = ''): Uint8Array {
  return zipSync({
    'word/document.xml': xml(`${before}<w:document xmlns:w="${words}"><w:body>${body}</w:body></w:document>`),
  });
}

/** Annexes made to hurt whoever reads their wording; what each one is refused as. */
export const hostileAnnexes: readonly (readonly [name: string, why: RegExp, make: () => Uint8Array])[] = [
  ['an entity bomb', /damaged/u, () => annex('<w:p><w:r><w:t>&j;</w:t></w:r></w:p>', laughs)],
  ['a zip bomb', /tooLarge/u, () => annex(' '.repeat(60_000_000))],
  [
    'a zip bomb that hides its size',
    /tooLarge|damaged/u,
    () => disguised(annex(' '.repeat(60_000_000)), 'behind'),
  ],
  ['a zip bomb in 64 bits', /damaged|notDocx/u, () => disguised(annex(' '.repeat(60_000_000)), 'zip64')],
  [
    'tables within tables',
    /noItem/u,
    () => annex('<w:tbl><w:tr><w:tc>'.repeat(10_000) + '</w:tc></w:tr></w:tbl>'.repeat(10_000)),
  ],
  ['tags that never end', /noItem|damaged/u, () => annex('<w:p><w:r><w:t>'.repeat(100_000))],
  [
    'a million empty cells',
    /tooLarge|noItem/u,
    () => annex(`<w:tbl><w:tr>${'<w:tc/>'.repeat(500_000)}</w:tr></w:tbl>`),
  ],
  ['a PDF', /notDocx/u, () => strToU8('%PDF-1.7 \n1 0 obj')],
  ['the beginning of a zip', /damaged|notDocx/u, () => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
];
