/**
 * One preparation at a time per clone. The lock is a directory, because mkdir is atomic on every file system.
 * Its holder touches it every two seconds. The lock is stale when the holder's process is gone (same machine), or when
 * it was not touched for a minute (another machine or container, a reused process id).
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const touchEveryMs = 2_000;
const untouchedMs = 60_000;
const namelessMs = 5_000;
const askAgainMs = 150;

/** Takes the lock, waiting for its holder; `onWait` is called once. Returns the function that releases it. */
export async function takeLock(directory, onWait) {
  const owner = { token: randomUUID(), pid: process.pid, host: hostname() };
  for (let waited = false; !(tryMake(directory, owner) || tryTakeOver(directory, owner)); waited = true) {
    if (!waited) onWait();
    await pause(askAgainMs);
  }
  const touching = setInterval(() => touch(directory), touchEveryMs);
  touching.unref();
  return () => {
    clearInterval(touching);
    if (readOwner(directory)?.token === owner.token) rmSync(directory, { recursive: true, force: true });
  };
}

function tryMake(directory, owner) {
  if (!makes(directory)) return false;
  writeOwner(directory, owner);
  return true;
}

/**
 * Of several processes that find the same stale lock, the one that makes the directory named after the dead holder's
 * token wins. It then reads the holder again, since the lock may have been released and retaken.
 */
function tryTakeOver(directory, owner) {
  const dead = readOwner(directory);
  if (!isStale(directory, dead)) return false;
  const token = dead?.token ?? 'nameless';
  const claim = join(directory, `after-${token}`);
  if (!makes(claim)) return false;
  if ((readOwner(directory)?.token ?? 'nameless') !== token) {
    rmSync(claim, { recursive: true, force: true });
    return false;
  }
  writeOwner(directory, owner);
  return true;
}

/** A holder that died between making the directory and writing its name leaves a nameless lock. */
function isStale(directory, owner) {
  const age = ageMs(directory);
  if (age === undefined) return false;
  if (owner === undefined) return age > namelessMs;
  return age > untouchedMs || (owner.host === hostname() && !isAlive(owner.pid));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** False when another process made it first, or its parent was just released. */
function makes(directory) {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST' || error.code === 'ENOENT') return false;
    throw error;
  }
}

function writeOwner(directory, owner) {
  const draft = join(directory, `owner-${owner.token}`);
  writeFileSync(draft, JSON.stringify(owner));
  renameSync(draft, join(directory, 'owner.json'));
}

function readOwner(directory) {
  try {
    return JSON.parse(readFileSync(join(directory, 'owner.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

function ageMs(directory) {
  try {
    return Date.now() - statSync(directory).mtimeMs;
  } catch {
    return undefined;
  }
}

function touch(directory) {
  const now = new Date();
  try {
    utimesSync(directory, now, now);
  } catch {
    // Somebody removed the lock by hand: go on; there is nothing to release.
  }
}
