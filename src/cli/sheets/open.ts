/** From a path to sheets. A file's first bytes decide what it is, not its name. */
import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { readSheetsOfCsv } from './csv.js';
import { wrong, type Read, type Sheet } from './sheet.js';
import { readSheetsOfXlsx } from './xlsx.js';

const largestBytes = 20_000_000;
const zip = [0x50, 0x4b];
/** Old .xls and .doc files, and workbooks with a password, all look like this. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

/** A file and its sheets; the bytes are kept for when the file itself becomes material. */
export interface Opened {
  readonly bytes: Uint8Array;
  readonly sheets: readonly Sheet[];
}

export async function openFile(path: string): Promise<Read<Opened>> {
  const found = await bytesOf(path);
  if (!found.ok) return found;
  const read = await sheetsOf(path, found.value);
  return read.ok ? { ok: true, value: { bytes: found.value, sheets: read.value } } : read;
}

/** What the bytes of a file called so hold. */
export async function sheetsOf(path: string, bytes: Uint8Array): Promise<Read<readonly Sheet[]>> {
  if (bytes.length === 0) return wrong(`“${basename(path)}”是空文件。`);
  if (startsWith(bytes, compound))
    return wrong('这是旧格式（.xls）或设了密码的文件。请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx。');
  if (startsWith(bytes, zip)) return readSheetsOfXlsx(bytes);
  if (['.csv', '.txt'].includes(extname(path).toLowerCase())) return readSheetsOfCsv(bytes);
  return wrong('这不是 Excel 工作簿，可能是别的文件改了名。请用 Excel 或 WPS 打开后另存为 .xlsx。');
}

async function bytesOf(path: string): Promise<Read<Uint8Array>> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) return wrong(`“${path}”是文件夹，请指明要导入的文件。`);
    if (facts.size > largestBytes)
      return wrong('文件超过 20 兆，不像是支部的表格。请删去图片和多余的工作表后再试。');
    return { ok: true, value: await readFile(path) };
  } catch (error) {
    return wrong(refusalOf(error, path));
  }
}

function refusalOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `找不到文件“${path}”。`;
  if (code === 'EACCES' || code === 'EPERM') return `没有权限读取“${path}”。`;
  if (code === 'EBUSY') return `“${path}”正被别的程序占用，请先在 Excel 中关闭。`;
  throw error;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
