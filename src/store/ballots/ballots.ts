import { hkdfSync, createCipheriv, createDecipheriv, createPrivateKey, createPublicKey } from 'node:crypto';
import { diffieHellman, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { BallotKeys } from '../../app/ports/store/ballots.js';
import type { Ballot } from '../../domain/appraisal/ballots.js';
import { ballotTiers } from '../../domain/appraisal/ballots.js';

/**
 * The secret ballot (docs/adr/0009-secret-ballot.md): each ballot is sealed to its appraisal's own key pair by an
 * X25519 exchange with a one-time key, HKDF and AES-256-GCM. Even the database's master key opens none, only the
 * private half does, which lies in a file beside the database until the count.
 * Layout: 32 bytes one-time public key · 16 bytes tag · 16 bytes ciphertext. Every ballot has 64 bytes.
 */
const publicBytes = 32;
const tagBytes = 16;
/** 1 byte tier, 4 bytes person, the rest zero. */
const plainBytes = 16;
export const ballotBytes = publicBytes + tagBytes + plainBytes;
/** Each derived key seals a single ballot, so the nonce may be fixed. */
const nonce = Buffer.alloc(12);

/** Both halves in hex, 32 bytes each. */
export function ballotKeys(): BallotKeys {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return { publicKey: hexOf(publicKey, 'x'), privateKey: hexOf(privateKey, 'd') };
}

/** The public half of a private one, to match a key file with an appraisal. */
export function publicHalf(privateKey: string): string {
  return hexOf(createPublicKey(privateOf(privateKey)), 'x');
}

/** @param bound branch and year, so that no other appraisal can count the ballot */
export function sealBallot(publicKey: string, bound: string, { person, tier }: Ballot): Buffer {
  const plain = Buffer.alloc(plainBytes);
  plain.writeUInt8(ballotTiers.indexOf(tier), 0);
  plain.writeUInt32BE(person, 1);
  const once = generateKeyPairSync('x25519');
  const front = Buffer.from(hexOf(once.publicKey, 'x'), 'hex');
  const key = derive(once.privateKey, publicOf(publicKey), front, publicKey, bound);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([front, cipher.getAuthTag(), body]);
}

/** Undefined: sealed to another key, or changed since. */
export function openBallot(privateKey: string, bound: string, sealed: Buffer): Ballot | undefined {
  if (sealed.length !== ballotBytes) return undefined;
  const front = sealed.subarray(0, publicBytes);
  try {
    const mine = privateOf(privateKey);
    const key = derive(mine, publicOf(front.toString('hex')), front, publicHalf(privateKey), bound);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(sealed.subarray(publicBytes, publicBytes + tagBytes));
    const plain = Buffer.concat([decipher.update(sealed.subarray(publicBytes + tagBytes)), decipher.final()]);
    const tier = ballotTiers[plain.readUInt8(0)];
    return tier === undefined ? undefined : { person: plain.readUInt32BE(1), tier };
  } catch {
    return undefined;
  }
}

/** 128 random bits: the order of the table reveals nothing about the order of voting. */
export function ballotId(): Buffer {
  return randomBytes(16);
}

function derive(mine: KeyObject, theirs: KeyObject, front: Buffer, publicKey: string, bound: string): Buffer {
  const shared = diffieHellman({ privateKey: mine, publicKey: theirs });
  const salt = Buffer.concat([front, Buffer.from(publicKey, 'hex')]);
  return Buffer.from(hkdfSync('sha256', shared, salt, `zhibu-bot ballot ${bound}`, 32));
}

function hexOf(key: KeyObject, part: 'x' | 'd'): string {
  const value = key.export({ format: 'jwk' })[part];
  if (value === undefined) throw new Error(`a key without ${part}`);
  return Buffer.from(value, 'base64url').toString('hex');
}

function base64url(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url');
}

function publicOf(hex: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: base64url(hex) }, format: 'jwk' });
}

/** The PKCS #8 prefix of 32 bytes: the form that needs no public half. */
const pkcs8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

function privateOf(hex: string): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([pkcs8, Buffer.from(hex, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  });
}
