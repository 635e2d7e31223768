/** Annexes as offices have them, with wording of our own: the regulation's sentences do not belong here. */
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { accepted } from './variant.js';

const { baseItems, items } = accepted();

/** Invented words for each item; points as the rulebook has them. */
export const invented: ReadonlyMap<number, string> = new Map([
  ...baseItems.map(
    ({ number }) => [number, `自评第${'甲乙丙丁戊己'[number - 1] ?? ''}条，照样例办理。`] as const,
  ),
  ...items.map(({ number, points, grades }) => {
    const worth = points === null ? grades.map((grade) => `${grade.points}分`).join('、') : `${points}分`;
    return [number, `样例所列的第${number}类情形，一次记${worth}。`] as const;
  }),
]);

export type Cell = string | readonly (string | Paragraph)[];

function paragraphs(cell: Cell): Paragraph[] {
  return [cell].flat().map((line) => (line instanceof Paragraph ? line : new Paragraph(line)));
}

export function table(...rows: readonly (readonly Cell[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({ children: cells.map((cell) => new TableCell({ children: paragraphs(cell) })) }),
    ),
  });
}

export async function docx(...children: (Paragraph | Table)[]): Promise<Buffer> {
  const levels = [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1、', start: 7 },
    { level: 1, format: LevelFormat.DECIMAL, text: '%2)' },
  ];
  return Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: 'items', levels }] },
      sections: [{ children }],
    }),
  );
}

export const line = (text: string) => new Paragraph(text);
export const hidden = (text: string) => new Paragraph({ children: [new TextRun({ text, vanish: true })] });
export const listed = (text: string, level = 0) =>
  new Paragraph({ text, numbering: { reference: 'items', level } });

/** As in the annex: self-assessed items a row each with their points, the others in one cell for each side. */
export function annexRows(words = invented): readonly (readonly Cell[])[] {
  const worded = (numbers: readonly { readonly number: number }[]) =>
    numbers.flatMap(({ number }) => (words.has(number) ? [`${number}、${words.get(number) ?? ''}`] : []));
  const side = (wanted: string) => worded(items.filter((item) => item.side === wanted));
  return [
    ['项目', '考核内容', '分值', '自评'],
    ...baseItems.map((item) => ['基础项', worded([item]), String(item.points), '']),
    ['加分项目', side('bonus'), '', ''],
    ['减分项目', side('deduction'), '', ''],
    ['一票否决', '原因：', '', ''],
  ];
}

export function without(number: number): ReadonlyMap<number, string> {
  return new Map([...invented].filter(([one]) => one !== number));
}

export function withText(number: number, text: string): ReadonlyMap<number, string> {
  return new Map([...invented, [number, text]]);
}
