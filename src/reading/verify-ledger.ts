import type { KnownHead, LedgerFault, Verification } from '../app/ports/reading.js';
import { chainContent, emptyHead } from '../domain/points/chain-content.js';
import type { LedgerEntry as Entry } from '../domain/points/rows.js';
import type { LedgerRow, Prisma } from './prisma.js';

const pageSize = 500;
/** Attempts to read a branch that keeps changing. */
const mostTries = 10;

/**
 * Reads a branch's whole ledger and recomputes its chain with the key outside the file, so that a changed, removed,
 * inserted or cut-off entry shows (SPEC §1). Reads page by page; when the branch changed meanwhile, it starts over.
 */
export async function verifyLedger(
  prisma: Prisma,
  sign: (text: string) => string,
  branch: string,
  known: readonly KnownHead[],
  onProgress: (read: number) => void,
): Promise<Verification> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const before = await prisma.branch.findUniqueOrThrow({ where: { id: branch } });
    const walked = await walk(prisma, sign, branch, onProgress);
    const notices = await prisma.notice.findMany({
      where: { branch },
      select: { entryCount: true, head: true },
    });
    const after = await prisma.branch.findUniqueOrThrow({ where: { id: branch } });
    if (after.version !== before.version) continue;
    const { hashes, sum, faults } = walked;
    const has = ({ count, head }: Omit<KnownHead, 'by'>) => isThere(hashes, count, head);
    const ends = hashes.length - 1 === after.entryCount && has({ count: after.entryCount, head: after.head });
    const missed = notices.filter(({ entryCount, head }) => !has({ count: entryCount, head }));
    return {
      branch,
      name: after.name,
      count: hashes.length - 1,
      sum,
      head: hashes.at(-1) ?? emptyHead,
      notices: notices.length,
      faults: [
        ...faults,
        ...(ends ? [] : [cutOff('branch', after.entryCount)]),
        ...missed.map(({ entryCount }) => cutOff('notice', entryCount)),
        ...known.filter((one) => !has(one)).map(({ by, count }) => cutOff(by, count ?? 0)),
      ],
    };
  }
  throw new Error(`branch ${branch} is written to all the time`);
}

function cutOff(by: Extract<LedgerFault, { fault: 'cutOff' }>['by'], count: number): LedgerFault {
  return { fault: 'cutOff', by, count };
}

/**
 * Whether the chain had this head after `count` entries. Without a count: at any point; without a head: whether it has
 * that many.
 */
function isThere(hashes: readonly string[], count: number | null, head: string | null): boolean {
  if (head === null) return count === null || hashes.length - 1 >= count;
  // A publication prints the beginning of the head.
  const fits = (hash: string | undefined) => hash?.startsWith(head) === true;
  return count === null ? hashes.some(fits) : fits(hashes[count]);
}

interface Walked {
  /** `hashes[n]` is the head after n entries. */
  readonly hashes: readonly string[];
  readonly sum: number;
  readonly faults: readonly LedgerFault[];
}

async function walk(
  prisma: Prisma,
  sign: (text: string) => string,
  branch: string,
  onProgress: (read: number) => void,
): Promise<Walked> {
  const hashes = [emptyHead];
  const faults: LedgerFault[] = [];
  const signedPoints = new Map<number, number>();
  let last = 0;
  for (;;) {
    const page = await prisma.ledgerEntry.findMany({
      where: { branch, seq: { gt: last } },
      orderBy: { seq: 'asc' },
      take: pageSize,
    });
    if (page.length === 0) break;
    for (const row of page) {
      if (row.seq !== last + 1) faults.push({ fault: 'gap', seq: last + 1 });
      last = row.seq;
      const previous = hashes.at(-1) ?? emptyHead;
      const signed = sign(chainContent(branch, entryOf(row)));
      if (row.previousHash !== previous || row.hash !== signed)
        faults.push({ fault: 'changed', seq: row.seq });
      hashes.push(row.hash);
      if (row.reverses !== null && signedPoints.get(row.reverses) !== -row.points)
        faults.push({ fault: 'reversal', seq: row.seq });
      signedPoints.set(row.seq, row.points);
    }
    faults.push(...(await hangingOf(prisma, branch, page)));
    onProgress(hashes.length - 1);
  }
  return { hashes, sum: [...signedPoints.values()].reduce((all, points) => all + points, 0), faults };
}

/** Entries of a page whose ruling or evidence is gone. */
async function hangingOf(
  prisma: Prisma,
  branch: string,
  page: readonly LedgerRow[],
): Promise<readonly LedgerFault[]> {
  const matters = [...new Set(page.map(({ matter }) => matter))];
  const where = { branch, matter: { in: matters } };
  const rulings = await prisma.ruling.findMany({
    where,
    select: { matter: true, ruler: true, decision: true },
  });
  const materials = await prisma.material.findMany({
    where,
    select: { matter: true, no: true, type: true, file: true },
  });
  const witnesses = await prisma.witness.findMany({ where, select: { matter: true, person: true } });
  const ruled = new Map(rulings.map((ruling) => [ruling.matter, ruling]));
  const there = new Set([
    ...materials.flatMap(({ matter, no, type, file }) => [
      `${matter}/${type}:${no}`,
      ...(file === null ? [] : [`${matter}/file:${file}`]),
    ]),
    ...witnesses.map(({ matter, person }) => `${matter}/witness:${person}`),
  ]);
  return page.flatMap((row): LedgerFault[] => {
    const ruling = ruled.get(row.matter);
    const isRuled = ruling?.decision === 'confirmed' && ruling.ruler === row.ruler;
    const lost = evidenceOf(row).filter((id) => !there.has(`${row.matter}/${id}`));
    return [
      ...(isRuled ? [] : [{ fault: 'noRuling', seq: row.seq } as const]),
      ...lost.map((evidence) => ({ fault: 'noEvidence', seq: row.seq, evidence }) as const),
    ];
  });
}

function evidenceOf(row: LedgerRow): readonly string[] {
  try {
    return JSON.parse(row.evidence) as readonly string[];
  } catch {
    // Tampered with; the entry's hash shows it.
    return [];
  }
}

function entryOf(row: LedgerRow): Entry {
  // As the file has it: any other word is not what was signed.
  const side = row.side as Entry['side'];
  return { ...row, side, evidence: evidenceOf(row) };
}
