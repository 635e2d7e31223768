import type { BorderStyle, CellStyle } from 'hucre';
import type { SheetColumn } from '../sheet.js';

const thin = { style: 'thin', color: { rgb: '000000' } } as const;
const border: BorderStyle = { top: thin, bottom: thin, left: thin, right: thin };

export interface Styles {
  readonly title: CellStyle;
  readonly subtitle: CellStyle;
  readonly heading: CellStyle;
  readonly footer: CellStyle;
  readonly of: (column: SheetColumn, bold: boolean) => CellStyle;
}

export const songti = '宋体';
const heiti = '黑体';

/** `@` keeps a cell text even after editing. */
const asText = '@';

export function stylesOf(textSize: number): Styles {
  const middle = { vertical: 'center', wrapText: true } as const;
  return {
    title: {
      font: { name: heiti, size: Math.round(textSize * 1.5) },
      alignment: { horizontal: 'center', ...middle },
      numFmt: asText,
    },
    subtitle: {
      font: { name: songti, size: textSize },
      alignment: { horizontal: 'left', ...middle },
      numFmt: asText,
    },
    heading: {
      font: { name: heiti, size: textSize },
      alignment: { horizontal: 'center', ...middle },
      border,
      numFmt: asText,
    },
    footer: {
      font: { name: songti, size: textSize },
      alignment: { horizontal: 'left', ...middle },
      numFmt: asText,
    },
    of: ({ kind, align, decimals = 0 }, bold) => ({
      font: { name: songti, size: textSize, bold },
      alignment: {
        horizontal: align ?? (kind === 'number' ? 'right' : 'left'),
        indent: align === 'center' ? 0 : 1,
        ...middle,
      },
      border,
      numFmt: kind === 'text' ? asText : numberFormat(decimals),
    }),
  };
}

/** Cells stay numbers but show −3, as everywhere on paper. */
function numberFormat(decimals: number): string {
  const digits = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  return `${digits};"−"${digits}`;
}
