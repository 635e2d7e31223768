import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failureOf } from '../app/failure.js';
import { createDelivery, type Delivery } from '../app/delivery.js';
import { mayHear } from '../app/delivery/may-hear.js';
import { createFiller } from '../app/delivery/filler.js';
import { mayHavePaper } from '../app/papers/may-have.js';
import { readRulebookBytes } from './rulebook-yaml.js';
import { createHandler, type Handler } from '../app/handle.js';
import type { HandlerDeps } from '../app/incoming.js';
import type { Channel } from '../app/ports/channel.js';
import type { Clock } from '../app/ports/clock.js';
import type { BotHealth } from '../app/ports/health.js';
import type { Ids } from '../app/ports/ids.js';
import type { Log } from '../app/ports/log.js';
import type { Store, StoredLetter } from '../app/ports/store.js';
import type { Timer } from '../app/ports/timer.js';
import { createAttempts } from '../app/roster/attempts.js';
import { createCatalogue, type Catalogue } from '../chat/catalogue.js';
import { announceClaims } from './claims.js';
import type { Command } from '../chat/define.js';
import { listen } from '../chat/hearing/listen.js';
import { openLines } from './lines.js';
import { settleRulebooks } from './rulebooks.js';
import type { NewGroups } from '../chat/hearing/hearing.js';
import { voice } from '../chat/voice.js';
import { createWatch } from '../chat/watch.js';
import { machineTimer } from '../clock.js';
import type { Facts } from '../domain/branch/facts.js';
import { rulebookOfYear, type LoadedRulebook } from '../domain/rulebook/adopted.js';
import { createClockwork } from '../jobs/run.js';
import { createSchedule, type Schedule } from '../jobs/schedule.js';
import { createUpkeep } from '../jobs/upkeep.js';
import { chineseWorkingDays } from '../jobs/working-days.js';
import { openReading } from './open-reading.js';
import { projectFolder } from '../project-folder.js';
import { createBackups } from '../store/backups.js';
import { openConnection } from '../store/connection.js';
import { openKey } from '../store/key.js';
import { migrate } from '../store/migrate.js';
import type { Seal } from '../store/seal.js';
import { createStore } from '../store/store.js';

/** What differs between the office, the local page, a transcript and a test: nothing else does. */
export interface BotOptions {
  readonly databaseFile: string;
  /** 64 hexadecimal digits; without it the key file beside the database is used, or made. */
  readonly key?: string;
  /** Where copies of the database go; without it a folder `backups` beside it. */
  readonly backupFolder?: string;
  /** Of the settings: what new branches begin with. */
  readonly rulebook: LoadedRulebook;
  /** The one that hears. */
  readonly channel: Channel;
  /**
   * Channels that only send, beside it: what is for the group goes to theirs as well. `instead`: theirs is the same
   * group, so that it is not told twice.
   */
  readonly broadcasts?: readonly { readonly channel: Channel; readonly instead: boolean }[];
  /** For channels that hear only groups the bot was put into: the group of a branch is found by who speaks there. */
  readonly newGroups?: NewGroups;
  readonly clock: Clock;
  /** Tests move it by hand. */
  readonly timer?: Timer;
  readonly ids: Ids;
  readonly log: Log;
  readonly botName: string;
  /** Prints a line for the operator: the claim codes of those who start a branch. */
  readonly announce?: (line: string) => void;
  /** Prints a line for the operator when a connection is lost, and when it is back. */
  readonly notifyOperator?: (line: string) => void;
}

export interface Bot {
  readonly store: Store;
  readonly handle: Handler;
  readonly delivery: Delivery;
  readonly catalogue: Catalogue;
  /** How the bot is, without anything about people. */
  health(): BotHealth;
  /** Path of the key file that was made at this start. */
  readonly madeKeyFile: string | null;
  /** Runs every job that is due up to this instant, each once. */
  runDue(now: string): Promise<void>;
  /** Moves a clock that can be moved to `to`, running what falls due on the way at its own time. */
  advance(to: string, setClock: (instant: string) => void): Promise<void>;
  /**
   * Delivers what an earlier process left, begins to listen, and runs what fell due meanwhile.
   * @throws RulebookChanged when the rulebook of the settings was edited under a version that is in force
   */
  start(): Promise<void>;
  /** New claim codes for everybody who needs one; at every start, and after a branch was founded. */
  announceClaims(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the bot. @throws KeyError when the key does not fit the database. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { channel, clock, ids, log, rulebook } = options;
  const { store, backups, seal, reading, madeFile } = openStore(options);
  const catalogue = createCatalogue(await loadCommands());
  const login = () => delivery.login(channel.name);
  const { broadcasts = [], timer = machineTimer } = options;
  const channels = [channel, ...broadcasts.map((broadcast) => broadcast.channel)];
  const { mayHave, mayHear } = audienceOf(store, (name) => delivery.login(name));
  const onMissing = (letter: StoredLetter) => watch.paperMissing(letter);
  const delivery: Delivery = createDelivery({
    channels,
    store,
    clock,
    timer,
    log,
    owner: randomUUID(),
    leftOut: (files) => voice.leftOut(files),
    mayHear,
    fill: createFiller({ papers: reading, mayHave, onMissing, log, timer }),
    onContactFirst: (on, job) => watch.contactFirst(on, job),
    onConnection: (now, newLogin) => watch.connection(now, newLogin),
  });
  const workingDays = chineseWorkingDays();
  const rulebookOf = (facts: Facts, year: number) => rulebookOfYear(facts, rulebook.rulebook, year);
  const schedule = createSchedule({ store, workingDays, rulebook: rulebookOf });
  const self = { startedAt: clock.now(), version: projectVersion() };
  const parts = { store, backups, seal, delivery, schedule, workingDays, rulebook: rulebookOf, self };
  const handle = openHandler(options, parts);
  const { announce = () => undefined } = options;
  const openDoor = () =>
    announceClaims({ store, handle, clock, ids, channel: channel.name, login, announce });
  const { notifyOperator = () => undefined } = options;
  const watch = createWatch({ channels, store, handle, delivery, timer, log, notifyOperator, openDoor });
  const attempts = createAttempts();
  const { botName, newGroups } = options;
  const ears = {
    ...{ store, handle, catalogue, channel, login, clock, log, botName, attempts },
    ...(newGroups === undefined ? {} : { newGroups }),
  };
  const lines = openLines(channels, delivery, (message) =>
    listen(message, { ...ears, delivery, voice, rulebook: rulebookOf }),
  );
  const upkeep = createUpkeep({ store, handle, backups, workingDays, rulebook: rulebook.rulebook, log });
  const clockwork = createClockwork({ store, handle, delivery, schedule, upkeep, clock, log });
  return {
    store,
    handle,
    delivery,
    catalogue,
    health: () => ({ ...self, connections: delivery.connections(), letters: store.outbox.allTroubles() }),
    madeKeyFile: madeFile,
    announceClaims: openDoor,
    runDue: (now) => clockwork.runDue(now),
    advance: (to, setClock) => clockwork.advance(to, setClock),
    async start() {
      await settleRulebooks({ store, handle, clock, configured: rulebook, announce });
      delivery.recover();
      // Where account ids change at every login, nobody is bound before it.
      if (channel.capabilities.stableIds) await openDoor();
      await lines.start();
      // What fell due while the bot was down.
      await clockwork.catchUp(clock.now());
    },
    async stop() {
      await lines.stop();
      await delivery.stop();
      await reading.close();
      store.close();
    },
  };
}

/** Who may still hear a letter, and have its paper, when it is sent: by the facts and the login of that moment. */
function audienceOf(store: Store, login: (channel: string) => string | null) {
  const asked =
    (check: typeof mayHavePaper) =>
    (letter: StoredLetter): boolean =>
      check(store.snapshot(letter.branch).facts, letter, login(letter.channel));
  return { mayHave: asked(mayHavePaper), mayHear: asked(mayHear) };
}

/** The file, its key, and where its copies go. */
function openStore({ databaseFile, key, backupFolder, clock, log, rulebook }: BotOptions) {
  const db = openConnection(databaseFile);
  const applied = migrate(db, databaseFile, `${projectFolder()}prisma`, clock.now());
  if (applied.length > 0) log.info({ migrations: applied }, 'migrations applied');
  const { seal, master, madeFile } = openKey(db, databaseFile, key);
  const reading = openReading({ databaseFile, master, rulebook: rulebook.rulebook });
  const folder = backupFolder ?? join(dirname(databaseFile), 'backups');
  const backups = createBackups(db, seal, folder, (error) =>
    log.error({ ...failureOf(error) }, 'no backup was made'),
  );
  return { store: createStore(db, seal, databaseFile), backups, seal, reading, madeFile };
}

/** The one door of all messages, built of what is open. */
function openHandler(
  { channel, broadcasts = [], clock, ids, log, rulebook }: BotOptions,
  parts: Pick<HandlerDeps, 'store' | 'backups' | 'delivery' | 'workingDays' | 'rulebook'> & {
    readonly seal: Seal;
    readonly schedule: Schedule;
    readonly self: Pick<BotHealth, 'startedAt' | 'version'>;
  },
): Handler {
  const { seal, schedule, self, ...given } = parts;
  const { store, backups, delivery } = given;
  return createHandler({
    ...given,
    channel: channel.name,
    login: () => delivery.login(channel.name),
    broadcasts: broadcasts.map(({ channel: { name }, instead }) => ({ channel: name, instead })),
    voice,
    clock,
    ids,
    log,
    configured: rulebook,
    readRulebook: readRulebookBytes,
    sign: (purpose, text) => seal.sign(purpose, text),
    fingerprint: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    health: (facts, now) => ({
      ...self,
      lastBackup: backups.latest(),
      connections: delivery.connections(),
      letters: store.outbox.troubles(facts.branch.id),
      ...schedule.runs(facts, now),
    }),
    ballots: (branch) => store.ballots(branch),
    nextDue: (facts, now, message) => schedule.nextDue(facts, now, message),
  });
}

function projectVersion(): string {
  const file = readFileSync(`${projectFolder()}package.json`, 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}

/** Every file of commands/ declares one command; adding a file adds the command. */
async function loadCommands(): Promise<readonly Command[]> {
  const folder = new URL('../../commands/', import.meta.url);
  const files = (await readdir(folder))
    .filter((file) => /\.(?:js|ts)$/u.test(file) && !file.endsWith('.d.ts'))
    .sort();
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<{ readonly command: Command }>),
  );
  return modules.map((module) => module.command);
}
