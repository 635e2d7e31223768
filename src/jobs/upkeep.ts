import { failureOf } from '../app/failure.js';
import type { Handler } from '../app/handle.js';
import type { Backups } from '../app/ports/store/backups.js';
import type { Log } from '../app/ports/log.js';
import type { Store } from '../app/ports/store/store.js';
import { makeDailyBackup } from '../app/upkeep/backup.js';
import { addDays, dateOf, type CivilTime } from '../domain/period/civil.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** `HH:MM` of the daily copy: it disturbs nobody and says nothing. */
const backupTime = '02:30';

/** The clock's work for the whole database rather than a branch: the daily copy, and the remains of closed ballots. */
export interface Upkeep {
  run(now: CivilTime): Promise<void>;
}

/**
 * One file holds all branches, so the first branch claims the daily copy (in a channel of its own, since the claims of
 * `clock` show what branches wait for), and sleeping branches are not woken. A missing copy is retried in the allowed
 * hours, and the secretaries hear if that fails too.
 */
export function createUpkeep(deps: {
  readonly store: Pick<Store, 'branches' | 'firstBranches' | 'handled' | 'snapshot' | 'tidyBallots'>;
  readonly handle: Handler;
  readonly backups: Pick<Backups, 'latest'>;
  readonly workingDays: WorkingDays;
  readonly rulebook: Rulebook;
  readonly log: Log;
}): Upkeep {
  const { store, handle, backups, workingDays, rulebook, log } = deps;
  /** Due time of the latest copy known to exist. */
  let settled = '';

  const claim = async (branch: string, kind: string, due: CivilTime, tell: boolean): Promise<void> => {
    const message = { channel: 'upkeep', messageId: `${kind}@${due}` };
    if (store.handled(branch, message)) return;
    const intent = makeDailyBackup.intent({ tell });
    await handle({ branch, message, speaker: null, files: [] }, () => ({ kind: 'intent', intent }));
  };

  const isAllowed = (now: CivilTime): boolean => {
    const { from, to } = rulebook.pushes.allowedHours;
    const time = now.slice(11, 16);
    return workingDays.isWorkingDay(dateOf(now)) && time >= from && time <= to;
  };

  const copyDaily = async (now: CivilTime): Promise<void> => {
    const due = latestDue(now);
    const [first] = store.firstBranches(1);
    if (first === undefined || settled === due) return;
    // Skip what fell due before the founding.
    if (store.snapshot(first.id).facts.branch.createdAt > due) return;
    await claim(first.id, 'backup', due, false);
    if ((backups.latest() ?? '') < due && isAllowed(now))
      for (const { id } of store.branches()) await claim(id, 'backup-again', due, true);
    if ((backups.latest() ?? '') >= due) settled = due;
  };

  return {
    async run(now) {
      await copyDaily(now);
      try {
        if (!store.tidyBallots()) log.warn({}, 'a closed ballot is not wiped yet');
      } catch (error) {
        log.error({ ...failureOf(error) }, 'a closed ballot is not wiped');
      }
    },
  };
}

function latestDue(now: CivilTime): CivilTime {
  const today = dateOf(now);
  const due = `${today}T${backupTime}:00`;
  return now >= due ? due : `${addDays(today, -1)}T${backupTime}:00`;
}
