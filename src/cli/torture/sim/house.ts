/** One life of the bot after another, on one disk and one service. */
import type { Backups } from '../../../app/ports/store/backups.js';
import type { Inbound } from '../../../app/ports/channel.js';
import type { LoadedRulebook } from '../../../domain/rulebook/adopted.js';
import type { Bot } from '../../../start/bot.js';
import { createBot } from '../../../start/create-bot.js';
import type { Chance } from '../model/chance.js';
import type { Service } from './channel.js';
import { createDisk, type Disk, type DiskFault } from './disk.js';
import { createDiskTimer, createTimer, type SimTimer } from './timer.js';

export interface House {
  now: string;
  kills: number;
  faults: number;
  /** Unexpected failures that no fault explains. */
  readonly failures: string[];
  /** Works on until it is done, however often the power fails; `again` is what is done after each start. */
  readonly survive: (work: (life: Life) => Promise<void>) => Promise<void>;
  /** The next fault, at this write. */
  readonly arm: (fault: DiskFault, writes: number) => void;
  readonly ask: Disk['ask'];
  readonly close: () => Promise<void>;
}

interface Life {
  readonly bot: Bot;
  readonly hear: (message: Inbound) => Promise<void>;
  /** Everything is said, tried again where that was needed. */
  readonly quiet: () => Promise<void>;
}

interface Running extends Life {
  readonly disk: Disk;
  readonly timer: SimTimer;
}

/** Milliseconds that the simulation waits for letters: past the patience of a send and the first tries after it. */
const patience = 200_000;
const patientTurns = 50;

export function openHouse(
  firstFile: string,
  rulebook: LoadedRulebook,
  service: Service,
  chance: Chance,
  start: string,
): House {
  let file = firstFile;
  let armed: { readonly fault: DiskFault; readonly writes: number } | null = null;
  const open = async (): Promise<Running> => {
    const disk = createDisk(chance);
    if (armed !== null) disk.arm(armed.fault, armed.writes);
    armed = null;
    const timer = createTimer();
    const { channel, hear } = service.open(timer, disk.isDead);
    const bot = await createBot({
      isLimited: false,
      ...{ databaseFile: file, key: '70'.repeat(32), rulebook, channel, timer, botName: '机器人' },
      clock: { now: () => house.now },
      disk: {
        connect: (path) => disk.connect(path),
        timer: createDiskTimer(),
        backups: noBackups(() => house.now),
      },
      ids: { claimCode: () => '000000', reference: () => 'E0000' },
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (facts) => {
          if (!disk.isDead() && !isWanted(facts)) house.failures.push(JSON.stringify(facts));
        },
      },
      reading: () => paperless,
    });
    return { disk, timer, bot, hear, quiet: () => quiet(bot, timer, disk, service) };
  };
  const house: House = {
    ...{ now: start, kills: 0, faults: 0, failures: [] },
    async survive(work) {
      for (;;) {
        running ??= await begin();
        if (running !== null && (await lives(running, () => work(running as Running)))) break;
        if (running !== null) file = running.disk.file();
        house.kills += 1;
        running = null;
      }
      if (running.disk.disarm()) house.faults += 1;
    },
    arm(fault, writes) {
      if (running === null) armed = { fault, writes };
      else running.disk.arm(fault, writes);
    },
    ask: (sql, ...values) => (running as Running).disk.ask(sql, ...values),
    close: async () => {
      await running?.bot.stop();
    },
  };
  let running: Running | null = null;
  const begin = async (): Promise<Running | null> => {
    const life = await open();
    const started = await lives(life, async () => {
      await life.bot.start();
      await life.quiet();
    });
    if (!started) file = life.disk.file();
    return started ? life : null;
  };
  return house;
}

/**
 * False when the power failed meanwhile; what the dead process was about is nobody's business any more. Time passes
 * whenever the work has waited for many turns of the event loop: for an answer of the service that does not come.
 */
async function lives({ disk, timer }: Running, work: () => Promise<void>): Promise<boolean> {
  const ended = { is: false, error: null as unknown };
  void work()
    .catch((error: unknown) => (ended.error = error))
    .finally(() => (ended.is = true));
  for (let turns = 1; !ended.is && !disk.isDead(); turns += 1) {
    await turn();
    if (turns % patientTurns === 0) timer.step(patience);
  }
  if (disk.isDead()) return false;
  if (ended.error !== null) throw new Error('the bot gave up', { cause: ended.error });
  return true;
}

/** Without a recognised repeat the bot looks at its lease each second, and never has nothing to wait for. */
async function quiet(bot: Bot, timer: SimTimer, disk: Disk, { trouble }: Service): Promise<void> {
  await bot.delivery.idle();
  for (let tries = trouble > 0 ? 0 : 140; tries < 150 && !disk.isDead() && timer.step(patience); tries += 1) {
    await turn();
    await bot.delivery.idle();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const isWanted = (facts: object): boolean =>
  'code' in facts && (facts.code === 'SQLITE_FULL' || facts.code === 'SQLITE_BUSY');

/** Copies have tests of their own, and would take longer than all the rest. */
const noBackups = (now: () => string): Backups => ({
  ...{ make: () => Promise.resolve({ kind: 'present' as const }), latest: now, elsewhere: () => null },
  settled: () => Promise.resolve(),
});

const paperless = {
  branches: () => Promise.resolve([]),
  verifyLedger: () => Promise.reject(new Error('the simulation does not read on')),
  make: () => Promise.resolve([{ kind: 'file' as const, name: '纸.docx', bytes: new Uint8Array(1) }]),
  copyTo: () => Promise.reject(new Error('the simulation makes no copies')),
  giveUp: () => undefined,
  close: () => Promise.resolve(),
};
