/**
 * `npm run bench:archive`: time and memory of a whole year's archive (60 members, 40 activities, three photos of 2 MB
 * each), made part by part in the reading thread as in the bot. Another process builds the year, so that only the
 * making is measured.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '../../app/ports/store/store.js';
import { archiveParts } from '../../app/papers/export.js';
import { daysOf } from '../../domain/notice/period.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { addDays } from '../../domain/period/civil.js';
import { openReading } from '../../start/reading/open-reading.js';
import { projectFolder } from '../../project-folder.js';
import { openConnection } from '../../store/connection.js';
import { openKey } from '../../store/sealing/key.js';
import { migrate } from '../../store/migrate.js';
import { createStore } from '../../store/store.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';

const members = 60;
const activities = 40;
const photos = 3;
const photoBytes = 2 * 1024 * 1024;
const year = 2026;
const now = `${year}-12-31T09:00:00`;
const key = 'ab'.repeat(32);

const [given] = process.argv.slice(2);
if (given === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-archive-'));
  const file = join(folder, 'zhibu.db');
  await fill(open(file).store);
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), file], { stdio: 'inherit' });
  rmSync(folder, { recursive: true, force: true });
} else await make(given);

function open(file: string) {
  const db = openConnection(file);
  migrate(db, file, join(projectFolder(), 'prisma'), now);
  const { seal, master } = openKey(db, file, key);
  return { store: createStore(db, seal, file), master };
}

async function fill(store: Store): Promise<void> {
  const branch = await store.createBranch('机关第一党支部', `${year}-01-01T08:00:00`);
  let version = 0;
  const commit = async (
    changes: readonly Change[],
    contents: readonly { id: number; bytes: Uint8Array }[],
  ) => {
    const message = { channel: 'bench', messageId: String(version) };
    const rest = { unrecorded: [], letters: [], audit: null, nextDue: null };
    await store.commit({ branch, version, message, at: now, changes, contents, ...rest });
    version += 1;
  };
  await commit(
    Array.from({ length: members }, (_, at) => member(at + 1)),
    [],
  );
  for (let id = 1; id <= activities; id += 1) {
    const files = Array.from({ length: photos }, (_, at) => ({
      id: (id - 1) * photos + at + 1,
      bytes: randomBytes(photoBytes),
    }));
    await commit(held(id, files), files);
  }
  store.close();
}

function member(id: number): Change {
  const none = { group: null, partyJoinedOn: null, leftOn: null, leftHow: null, phone: null };
  const status = { kind: 'member', category: 'office', probationary: false, exempt: false } as const;
  return put('person', { id, name: `党员${id}`, joinedOn: '2020-01-01', ...status, ...none });
}

function held(id: number, files: readonly { id: number; bytes: Uint8Array }[]): readonly Change[] {
  const at = `${addDays(`${year}-01-05`, id * 8)}T15:00:00`;
  return [
    put('activity', {
      id,
      kind: 'themedPartyDay',
      at,
      place: '三楼会议室',
      required: true,
      audience: { kind: 'all' },
      topic: '学习讨论',
      state: 'closed',
      calledBy: 1,
      calledAt: at,
      closedBy: 1,
      closedAt: at,
      host: 2,
      minutes: '集体学习，逐人发言。'.repeat(100),
      decisions: '通过',
      cancelReason: null,
      pictures: files.map((file) => file.id),
      exported: null,
    }),
    ...files.map((file) =>
      put('file', {
        id: file.id,
        kind: 'picture',
        name: `照片${file.id}.jpg`,
        sha256: '0'.repeat(64),
        size: file.bytes.length,
      }),
    ),
    ...Array.from({ length: members }, (_, index) =>
      put('attendance', {
        activity: id,
        person: index + 1,
        due: true,
        presence: index % 7 === 0 ? 'absent' : 'present',
        source: 'rollCall',
        recordedBy: 1,
        recordedAt: at,
      }),
    ),
  ];
}

/** One part after another, as the bot makes them: each when the last one has left (app/delivery/paper-queue.ts). */
async function make(file: string): Promise<void> {
  const { store, master } = open(file);
  const { rulebook } = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));
  const [branch = { id: '' }] = store.branches();
  const { facts } = store.snapshot(branch.id);
  const parts = archiveParts(facts, heldIn(facts, daysOf({ year, quarter: null })));
  const reading = openReading({ databaseFile: file, master, rulebook });
  const begun = performance.now();
  const period = { year, quarter: null };
  let bytes = 0;
  for (const [index, contents] of parts.entries()) {
    const order = { paper: 'cloudArchive', period, contents, part: index + 1, parts: parts.length } as const;
    const files = await reading.make(branch.id, order, now.slice(0, 10));
    bytes += files.reduce((sum, one) => sum + one.bytes.length, 0);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const megabytes = (size: number) => Math.round(size / 1024 / 1024);
  await reading.close();
  store.close();
  const memory = megabytes(process.resourceUsage().maxRSS * 1024);
  process.stdout.write(`${members}名党员，${activities}次活动，${activities * photos}张照片；`);
  process.stdout.write(`${parts.length}份，共${megabytes(bytes)}MB：${seconds}秒，内存最高${memory}MB\n`);
}
