/** Reads office files: their own XML, and what LibreOffice makes of them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/**
 * Whether LibreOffice and poppler are installed. Without them those tests are skipped with a note; a pipeline (CI=true)
 * fails instead, because its green run must mean that they ran.
 */
export function hasOffice(): boolean {
  const missing = ['soffice', 'pdftotext'].filter((program) => !isInstalled(program));
  if (missing.length === 0) return true;
  const sentence = `LEFT OUT: what LibreOffice makes of the papers, because there is no ${missing.join(', ')} (Debian: libreoffice-writer libreoffice-calc poppler-utils)`;
  if (process.env['CI'] === 'true') throw new Error(sentence);
  console.warn(`\n${'!'.repeat(20)}\n${sentence}\n${'!'.repeat(20)}\n`);
  return false;
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** One profile per process: LibreOffices that share one wait for each other, and a new one takes seconds. */
let profile: string | undefined;

/** Otherwise LibreOffice shows the stored numbers of a .xlsx, and a wrong formula would pass. */
const alwaysCalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

function profileFolder(): string {
  if (profile === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'zhibu-office-profile-'));
    mkdirSync(join(made, 'user'));
    writeFileSync(join(made, 'user', 'registrymodifications.xcu'), alwaysCalculate);
    process.once('exit', () => {
      rmSync(made, { recursive: true, force: true });
    });
    profile = made;
  }
  return profile;
}

/** The office files of a form. @throws unless one to three pictures of its first pages come with them */
export function documentsOf<F extends { readonly kind: 'picture' | 'file' }>(
  files: readonly F[],
): readonly F[] {
  const pictures = files.filter(({ kind }) => kind === 'picture').length;
  if (pictures < 1 || pictures > 3) throw new Error(`${pictures} pictures of pages`);
  return files.filter(({ kind }) => kind === 'file');
}

/** A paper for LibreOffice to convert. */
interface Order {
  readonly from: 'docx' | 'xlsx';
  readonly to: 'pdf' | 'xlsx';
  readonly make: () => Promise<Uint8Array>;
  /** Gives its bytes, or throws what went wrong. */
  look: (() => Uint8Array) | null;
}

/** Announced but not yet converted: one call converts many files in the time of one. */
const orders: Order[] = [];

function announce(from: Order['from'], to: Order['to'], make: Order['make']): () => Promise<Uint8Array> {
  const order: Order = { from, to, make, look: null };
  orders.push(order);
  return async () => {
    if (order.look === null) await convertAll(orders.splice(0));
    if (order.look === null) throw new Error('LibreOffice was not asked');
    return order.look();
  };
}

/**
 * The pages of a paper as LibreOffice prints it. Tests announce papers while their file loads; looking at the first one
 * makes and prints them all in one call.
 */
export function printed(from: Order['from'], make: Order['make']): () => Promise<readonly string[]> {
  const pdf = announce(from, 'pdf', make);
  return async () => pagesOf(await pdf());
}

/** A sheet as LibreOffice saves it, with every formula recalculated; announced like pages. */
export function recalculated(make: Order['make']): () => Promise<Uint8Array> {
  return announce('xlsx', 'xlsx', make);
}

async function convertAll(all: readonly Order[]): Promise<void> {
  for (const to of ['pdf', 'xlsx'] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'zhibu-office-'));
    try {
      const papers = await written(
        folder,
        all.filter((order) => order.to === to),
      );
      if (papers.size > 0) convert(folder, to, [...papers.values()]);
      for (const [order, paper] of papers) {
        const bytes = new Uint8Array(
          readFileSync(join(folder, 'out', `${basename(paper, order.from)}${to}`)),
        );
        order.look = () => bytes;
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** A paper that cannot be made fails where it is used, and spares the others. */
async function written(folder: string, all: readonly Order[]): Promise<ReadonlyMap<Order, string>> {
  const papers = new Map<Order, string>();
  for (const order of all) {
    try {
      const paper = join(folder, `paper-${papers.size}.${order.from}`);
      writeFileSync(paper, await order.make());
      papers.set(order, paper);
    } catch (error) {
      order.look = () => {
        throw error;
      };
    }
  }
  return papers;
}

function convert(folder: string, to: Order['to'], papers: readonly string[]): void {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${profileFolder()}`,
      '--headless',
      ...['--convert-to', to],
      ...['--outdir', join(folder, 'out')],
      ...papers,
    ],
    { stdio: 'ignore', timeout: 280_000 },
  );
}

/** The pages of a .pdf as text, with blanks between columns. */
function pagesOf(pdf: Uint8Array): readonly string[] {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  return text.toString('utf8').split('\f').slice(0, -1);
}

/** The tables of a .docx as XML, row by row; without the last row, the place to sign. */
export function rowXmlOf(bytes: Uint8Array): readonly string[] {
  const rows = partOf(bytes, 'word/document.xml').match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  return rows.filter((row) => !row.includes('<w:pStyle w:val="Signatures"/>'));
}

/** The tables of a .docx: rows of cell texts, with separate lines. */
export function rowsOfDocx(bytes: Uint8Array): readonly (readonly string[])[] {
  return rowXmlOf(bytes).map((row) => (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(textOf));
}

/** All text of a .docx, without markup. */
export function wordsOfDocx(bytes: Uint8Array): string {
  return textOf(partOf(bytes, 'word/document.xml'));
}

function textOf(xml: string): string {
  const parts = xml.match(/<w:t(?: [^>]*)?>[^<]*|<w:br\/>|<\/w:p>/g) ?? [];
  return unescaped(
    parts.map((part) => (part.startsWith('<w:t') ? part.replace(/^[^>]*>/, '') : '\n')).join(''),
  ).trim();
}

function unescaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? '');
}

export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (part === undefined) throw new Error(`no ${name}`);
  return strFromU8(part);
}

/** Faults of a file's XML: unclosed tags, or characters that XML does not allow. */
export function badXml(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .flatMap(([name, content]) => faultsOf(strFromU8(content)).map((fault) => `${name}: ${fault}`));
}

const token = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

const unfit = /&(?!(?:lt|gt|quot|apos|amp|#\d+|#x[\da-fA-F]+);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

function faultsOf(xml: string): readonly string[] {
  const open: string[] = [];
  let at = 0;
  for (const match of xml.matchAll(token)) {
    at = match.index + match[0].length;
    const [whole, closing, tag, , empty] = match;
    if (unfit.test(whole)) return [`a text that XML does not take: ${whole.slice(0, 40)}`];
    if (tag === undefined) continue;
    if (closing === '/' && open.pop() !== tag) return [`</${tag}> closes another`];
    if (closing !== '/' && empty !== '/') open.push(tag);
  }
  if (at < xml.length) return [`no XML at ${at}: ${xml.slice(at, at + 40)}`];
  return open.length > 0 ? [`never closed: ${open.join(' ')}`] : [];
}
