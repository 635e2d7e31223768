import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomFillSync,
} from 'node:crypto';

/**
 * Encrypts private values (SPEC §6): AES-256-GCM with a random nonce and the key's id in front, bound to table, branch,
 * row and column, so that no sealed value can be moved elsewhere in the file.
 * Layout: 4 bytes key id · 12 bytes nonce · 16 bytes tag · ciphertext.
 */
export interface Seal {
  close(place: string, plain: Uint8Array): Buffer;
  /** Throws for another key, or when the bytes were changed or moved. */
  open(place: string, sealed: Uint8Array): Buffer;
  /** HMAC-SHA256 in hex, for the ledger's chain, for the rows and for codes that are only compared. */
  sign(purpose: 'chain' | 'claim' | 'notice' | 'rows' | 'offer', text: string): string;
}

const keyIdBytes = 4;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Keys that stay when the master is replaced (docs/adr/0018-new-key.md): what they signed is printed on paper. The
 * seal over all rows, which does change, covers it as well.
 */
export interface KeptKeys {
  readonly chain: Uint8Array;
  readonly notice: Uint8Array;
}

export function keptKeysOf(master: Uint8Array): KeptKeys {
  return { chain: deriveKey(master, 'chain'), notice: deriveKey(master, 'notice') };
}

/** The first bytes of everything that is sealed with this key, in hex. */
export function keyIdOf(master: Uint8Array): string {
  return idOf(deriveKey(master, 'seal')).toString('hex');
}

function idOf(encryption: Buffer): Buffer {
  return createHash('sha256').update(encryption).digest().subarray(0, keyIdBytes);
}

/** @param master 32 bytes; each use derives its own key from it */
export function createSeal(master: Uint8Array, kept: KeptKeys = keptKeysOf(master)): Seal {
  if (master.length !== 32) throw new Error('the key must have 32 bytes');
  const derive = (use: string) => deriveKey(master, use);
  const encryption = derive('seal');
  const keyId = idOf(encryption);
  const nonces = createNonces();
  const signing = {
    ...kept,
    claim: derive('claim'),
    rows: derive('rows'),
    offer: derive('offer'),
  };
  return {
    close(place, plain) {
      const nonce = nonces();
      const cipher = createCipheriv('aes-256-gcm', encryption, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([keyId, nonce, cipher.getAuthTag(), body]);
    },
    open(place, sealed) {
      const bytes = Buffer.from(sealed);
      if (!bytes.subarray(0, keyIdBytes).equals(keyId)) throw new Error('sealed with another key');
      const nonce = bytes.subarray(keyIdBytes, keyIdBytes + nonceBytes);
      const tagAt = keyIdBytes + nonceBytes;
      const decipher = createDecipheriv('aes-256-gcm', encryption, nonce).setAAD(Buffer.from(place));
      decipher.setAuthTag(bytes.subarray(tagAt, tagAt + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(tagAt + tagBytes)), decipher.final()]);
    },
    sign: (purpose, text) => createHmac('sha256', signing[purpose]).update(text).digest('hex'),
  };
}

/** Nonces from a pool of random bytes, each given out once: asking the system for each costs more than the encryption. */
function createNonces(): () => Buffer {
  const pool = Buffer.alloc(nonceBytes * 256);
  let given = pool.length;
  return () => {
    if (given === pool.length) {
      randomFillSync(pool);
      given = 0;
    }
    const nonce = Buffer.from(pool.subarray(given, given + nonceBytes));
    given += nonceBytes;
    return nonce;
  };
}

function deriveKey(master: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, 'zhibu-bot', use, 32));
}
