import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openConnection } from '../../src/store/connection.js';
import { openKey } from '../../src/store/sealing/key.js';
import { migrate } from '../../src/store/migrate.js';
import { createSeal } from '../../src/store/sealing/seal.js';
import { newFile, now, prismaFolder } from './scene.js';

const seal = createSeal(Buffer.alloc(32, 1));
const plain = Buffer.from('家庭困难');

it('opens what it closed, differently each time', () => {
  const closed = seal.close('matter|b1|1|sealed', plain);
  expect(seal.open('matter|b1|1|sealed', closed).equals(plain)).toBe(true);
  expect(seal.close('matter|b1|1|sealed', plain).equals(closed)).toBe(false);
});

it('uses no nonce twice, over many pools of random bytes', () => {
  const nonces = Array.from({ length: 2_000 }, () => seal.close('x', plain).toString('hex', 4, 16));
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(nonces.join('')).not.toContain('0'.repeat(24));
});

it('refuses another key, another place and any flipped bit', () => {
  const closed = seal.close('matter|b1|1|sealed', plain);
  expect(() => createSeal(Buffer.alloc(32, 2)).open('matter|b1|1|sealed', closed)).toThrow(/another key/u);
  for (const place of ['matter|b1|2|sealed', 'matter|b2|1|sealed', 'remark|b1|1|sealed'])
    expect(() => seal.open(place, closed)).toThrow();
  for (let bit = 0; bit < closed.length * 8; bit += 1) {
    const flipped = Buffer.from(closed);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => seal.open('matter|b1|1|sealed', flipped)).toThrow();
  }
});

it('GIVEN a key in use and a database that was emptied THEN no new branch takes its place', () => {
  const { file, remove } = newFile();
  const emptied = () => {
    rmSync(file, { force: true });
    const db = openConnection(file);
    migrate(db, file, prismaFolder, now);
    return () => {
      try {
        return openKey(db, file, undefined);
      } finally {
        db.close();
      }
    };
  };
  emptied()();
  // Also on the day of the first start.
  expect(emptied()).toThrow(expect.objectContaining({ reason: 'emptied' }));
  rmSync(`${file}.key`);
  // A first start that was cut off is tried again, with the key that it made.
  writeFileSync(`${file}.key.next`, `${'c'.repeat(64)}\n`, { mode: 0o600 });
  emptied()();
  expect(readFileSync(`${file}.key`, 'utf8').trim()).toBe('c'.repeat(64));
  expect(existsSync(`${file}.key.next`)).toBe(false);
  rmSync(`${file}.key`);
  mkdirSync(`${file}.key`);
  expect(emptied()).toThrow(expect.objectContaining({ reason: 'malformed' }));
  remove();
});

it('makes a key file that only its owner reads, and starts with nothing else afterwards', () => {
  const { file, remove } = newFile();
  const db = openConnection(file);
  migrate(db, file, prismaFolder, now);
  expect(openKey(db, file, undefined).madeFile).toBe(`${file}.key`);
  expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);
  expect(openKey(db, file, undefined).madeFile).toBeNull();
  expect(() => openKey(db, file, 'cd'.repeat(32))).toThrow(expect.objectContaining({ reason: 'replaced' }));
  chmodSync(`${file}.key`, 0o644);
  expect(() => openKey(db, file, undefined)).toThrow(expect.objectContaining({ reason: 'malformed' }));
  rmSync(`${file}.key`);
  expect(() => openKey(db, file, undefined)).toThrow(expect.objectContaining({ reason: 'missing' }));
  expect(existsSync(`${file}.key`)).toBe(false);
  db.close();
  remove();
});
