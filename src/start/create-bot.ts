import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Delivery } from '../app/delivery/delivery.js';
import { failureOf } from '../app/failure.js';
import { createHandler, type Handler } from '../app/handle.js';
import type { HandlerDeps } from '../app/incoming.js';
import type { BotHealth } from '../app/ports/health.js';
import { createAttempts } from '../app/roster/binding/attempts.js';
import { claimHash } from '../app/roster/binding/claim.js';
import { createCatalogue } from '../chat/catalogue.js';
import { hear } from '../chat/hearing/hear.js';
import { createRates } from '../chat/plain/rates.js';
import { voice } from '../chat/voice.js';
import { unsoundLine } from '../chat/replies/status/sentences.js';
import { createWatch, type Watch } from '../chat/watch.js';
import { machineTimer } from '../clock.js';
import type { Facts } from '../domain/branch/facts.js';
import { rulebookOfYear } from '../domain/rulebook/adopted.js';
import { createClockwork } from '../jobs/run.js';
import { createSchedule, type Schedule } from '../jobs/schedule.js';
import { createUpkeep } from '../jobs/upkeep.js';
import { workingDaysHere } from './files/holiday-files.js';
import { projectFolder } from '../project-folder.js';
import { createBackups } from '../store/backups/backups.js';
import { createElsewhere } from '../store/backups/elsewhere.js';
import { settleRestored } from '../store/backups/restored.js';
import { openConnection } from '../store/connection.js';
import { openPostgres } from '../store/postgres/connection.js';
import { openKey } from '../store/sealing/key.js';
import { migrate } from '../store/migrate.js';
import type { Seal } from '../store/sealing/seal.js';
import { createStore } from '../store/store.js';
import type { Bot, BotOptions } from './bot.js';
import { createClockCheck } from './clock-check.js';
import { loadCommands } from './load-commands.js';
import { createMeter } from './meter.js';
import { openDelivery } from './open-delivery.js';
import { openLines } from './open-lines.js';
import { openReading } from './reading/open-reading.js';
import { readDocument } from './files/document-file.js';
import { readRulebookBytes } from './files/rulebook-file.js';
import { announceClaims, settleRulebooks } from './settle.js';

const ignore = (): void => undefined;

/** Builds the bot. @throws KeyError when the key does not fit the database. */
export async function createBot(options: BotOptions): Promise<Bot> {
  const { channel, clock, ids, log, rulebook } = options;
  const { store, backups, seal, reading, copying, madeFile } = openStore(options);
  const catalogue = createCatalogue(await loadCommands());
  const login = () => delivery.login(channel.name);
  const { broadcasts = [], timer = machineTimer, announce = ignore, notifyOperator = ignore } = options;
  const channels = [channel, ...broadcasts.map((broadcast) => broadcast.channel)];
  const outgoing = { ...{ channels, store, clock, timer, log }, owner: randomUUID() };
  const delivery: Delivery = openDelivery(outgoing, reading, () => watch);
  const workingDays = workingDaysHere();
  const rulebookOf = (facts: Facts, year: number) => rulebookOfYear(facts, rulebook.rulebook, year);
  const schedule = createSchedule({ store, workingDays, rulebook: rulebookOf });
  const self = { startedAt: clock.now(), version: projectVersion() };
  const meter = createMeter();
  const parts = { store, backups, seal, delivery, schedule, workingDays, rulebook: rulebookOf, self, meter };
  const handle = openHandler(options, parts);
  const settling = { store, handle, clock, announce };
  const openDoor = () => announceClaims(settling, { ids, channel: channel.name, login });
  const watching = { channels, store, handle, delivery, timer, log, notifyOperator, openDoor };
  const watch: Watch = createWatch(watching);
  const { botName, newGroups, plainModel, isLimited = true } = options;
  const limits = isLimited ? rulebook.rulebook.limits : null;
  const hearing = {
    ...{ store, handle, catalogue, channel, login, clock, log, botName, limits },
    ...{ attempts: createAttempts(), rates: createRates() },
    claimHash: (code: string) => claimHash((purpose, text) => seal.sign(purpose, text), code),
    ...(newGroups === undefined ? {} : { newGroups }),
    ...(plainModel === undefined ? {} : { plainModel }),
  };
  const lines = openLines(channels, delivery, (message) =>
    hear(message, { ...hearing, delivery, voice, rulebook: rulebookOf }),
  );
  const upkeep = createUpkeep({ store, handle, backups, workingDays, rulebook: rulebook.rulebook, log });
  const clockCheck = createClockCheck({ store, handle, clock });
  const isHeld = () => clockCheck.isHeld();
  const clockwork = createClockwork({ store, handle, delivery, schedule, upkeep, clock, log, isHeld });
  return {
    ...{ store, handle, delivery, papers: reading },
    catalogue,
    health: () => botHealth(clock.now(), { store, backups, delivery, self }),
    metered: () => meter.metered(),
    madeKeyFile: madeFile,
    announceClaims: openDoor,
    runDue: (now) => clockwork.runDue(now),
    advance: (to, setClock, goesOn) => clockwork.advance(to, setClock, goesOn),
    confirmClock: () => clockCheck.confirm(),
    async start(onClockDoubt) {
      if (onClockDoubt !== undefined) await clockCheck.look(onClockDoubt);
      await settleRulebooks(settling, rulebook);
      delivery.recover();
      // Where account ids change at every login, nobody is bound before it.
      if (channel.capabilities.stableIds) await openDoor();
      await lines.start();
      // Jobs that fell due while the bot was down.
      await clockwork.catchUp(clock.now());
    },
    async stop() {
      await lines.stop();
      await delivery.stop();
      watch.stop();
      await Promise.all([reading.close(), backups.settled()]);
      await copying.close();
      meter.stop();
      store.close();
    },
  };
}

function botHealth(
  now: string,
  {
    store,
    backups,
    delivery,
    self,
  }: Pick<HandlerDeps, 'store' | 'backups' | 'delivery'> & { readonly self: Self },
): BotHealth {
  const due = store.nextDueAfter('');
  return {
    ...{ ...self, now, connections: delivery.connections(), lastBackup: backups.latest() },
    ...{ letters: store.outbox.allTroubles(), lettersByAge: store.outbox.ages() },
    overdueSince: due !== undefined && due <= now ? due : null,
  };
}

type Self = Pick<BotHealth, 'startedAt' | 'version'>;

/** The file, its key, and where its copies go. */
function openStore({
  databaseFile,
  postgres,
  key,
  backupFolder,
  copies = {},
  clock,
  log,
  rulebook,
  reading: read = openReading,
  notifyOperator = () => undefined,
  disk,
}: BotOptions) {
  const db =
    postgres === undefined ? (disk?.connect ?? openConnection)(databaseFile) : openPostgres(postgres);
  const applied = migrate(db, databaseFile, `${projectFolder()}prisma`, clock.now());
  if (applied.length > 0) log.info({ migrations: applied }, 'migrations applied');
  const { seal, master, kept, madeFile } = openKey(db, databaseFile, key);
  // Without its write-ahead log a young file would be an empty one, which no start takes for a new branch.
  if (applied.length > 0) db.pragma('wal_checkpoint(TRUNCATE)');
  const place = { databaseFile, ...(postgres === undefined ? {} : { postgres }), master, kept };
  const reading = read({ ...place, rulebook: rulebook.rulebook });
  const folder = backupFolder ?? join(dirname(databaseFile), 'backups');
  const onFailure = (error: unknown) => log.error({ ...failureOf(error) }, 'no backup was made');
  const elsewhere = createElsewhere(folder, copies, master, onFailure);
  // A thread of its own: papers do not wait for a large file, and one that hangs does not end it.
  const copying = read({ ...place, rulebook: null });
  const backups =
    disk?.backups ??
    createBackups(
      (part) => copying.copyTo(part),
      folder,
      elsewhere,
      onFailure,
      postgres === undefined ? 'db' : 'dump',
    );
  const onUnsound = (branch: string): void => {
    log.error({ branch }, 'rows were changed by another hand');
    notifyOperator(unsoundLine);
  };
  settleRestored(db, clock.now());
  const store = createStore(db, seal, databaseFile, onUnsound, disk?.timer);
  return { store, backups, seal, reading, copying, madeFile };
}

/** The one door of all messages. */
function openHandler(
  { channel, broadcasts = [], clock, ids, isLimited = true, log, rulebook, invite = () => null }: BotOptions,
  parts: Pick<HandlerDeps, 'store' | 'backups' | 'delivery' | 'workingDays' | 'rulebook' | 'meter'> & {
    readonly seal: Seal;
    readonly schedule: Schedule;
    readonly self: Self;
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
    isLimited,
    log,
    invite,
    configured: rulebook,
    readRulebook: readRulebookBytes,
    readDocument,
    sign: (purpose, text) => seal.sign(purpose, text),
    fingerprint: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    health: (facts, now) => {
      let runs: ReturnType<Schedule['runs']> | undefined;
      const known = () => (runs ??= schedule.runs(facts, now));
      return {
        ...self,
        isSound: store.snapshot(facts.branch.id).isSound,
        lastBackup: backups.latest(),
        copyElsewhere: backups.elsewhere(),
        connections: delivery.connections(),
        letters: store.outbox.troubles(facts.branch.id),
        // Years of claims: only `/状态` asks for them, each digest for the letters.
        get lastRuns() {
          return known().lastRuns;
        },
        get nextRuns() {
          return known().nextRuns;
        },
      };
    },
    ballots: (branch) => store.ballots(branch),
    nextDue: (facts, now, message) => schedule.nextDue(facts, now, message),
  });
}

function projectVersion(): string {
  const file = readFileSync(`${projectFolder()}package.json`, 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}
