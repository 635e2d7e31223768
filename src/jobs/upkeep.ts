import { failureOf } from '../app/failure.js';
import type { Handler } from '../app/handle.js';
import type { Backups } from '../app/ports/backups.js';
import type { Log } from '../app/ports/log.js';
import type { Store } from '../app/ports/store.js';
import { makeDailyBackup } from '../app/upkeep/backup.js';
import { addDays, dateOf, type CivilTime } from '../domain/period/civil.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** `HH:MM` at which the database is copied each day: it disturbs nobody, and nothing is said. */
const backupTime = '02:30';

/** What the clock does for the whole database rather than for a branch: the daily copy, and what a closed ballot left. */
export interface Upkeep {
  run(now: CivilTime): Promise<void>;
}

/**
 * The daily copy is of the one file that holds all branches, so the first branch claims it (in a channel of its own:
 * what the branches wait for is read off the claims of `clock`), and sleeping branches are not woken. Where there is no
 * copy in spite of it, it is tried again in the allowed hours, and the secretaries are told if that fails too.
 */
export function createUpkeep(deps: {
  readonly store: Pick<Store, 'branches' | 'handled' | 'snapshot' | 'tidyBallots'>;
  readonly handle: Handler;
  readonly backups: Pick<Backups, 'latest'>;
  readonly workingDays: WorkingDays;
  readonly rulebook: Rulebook;
  readonly log: Log;
}): Upkeep {
  const { store, handle, backups, workingDays, rulebook, log } = deps;
  /** Due time of the latest copy that is known to be there. */
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
    const branches = store.branches();
    const [first] = branches;
    if (first === undefined || settled === due) return;
    // What fell due before the branch was founded is not its own.
    if (store.snapshot(first.id).facts.branch.createdAt > due) return;
    await claim(first.id, 'backup', due, false);
    if ((backups.latest() ?? '') < due && isAllowed(now))
      for (const { id } of branches) await claim(id, 'backup-again', due, true);
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
