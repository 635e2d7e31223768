import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { WeComMediaType, WSClient } from '@wecom/aibot-node-sdk';
import type { ChannelFile } from '../../app/ports/channel.js';
import type { Timer } from '../../app/ports/clock.js';
import { pictureType } from '../picture-type.js';
import { uploadErrorOf } from './errors.js';

interface Uploaded {
  readonly type: WeComMediaType;
  readonly mediaId: string;
  /** An older upload may be gone on the other side. */
  readonly isOld: boolean;
}

/** Uploads a file once for all recipients. */
interface Media {
  /** @throws SendError */
  upload(client: WSClient, file: ChannelFile): Promise<Uploaded>;
  forget(uploaded: Uploaded): void;
}

/** The service keeps an upload for three days. */
const worth = 2 * 24 * 3_600_000;
const most = 50;

export function createMedia(timer: Timer): Media {
  const kept = new Map<
    string,
    { readonly type: WeComMediaType; readonly mediaId: string; readonly at: number }
  >();
  return {
    async upload(client, file) {
      const bytes = Buffer.from(file.bytes);
      // The service refuses anything but JPG and PNG as a picture, but takes it as a file.
      const type = file.kind === 'picture' && pictureType(bytes) !== undefined ? 'image' : 'file';
      const key = createHash('sha256').update(`${type}/${file.name}/`).update(bytes).digest('hex');
      const known = kept.get(key);
      if (known !== undefined && timer.now() - known.at < worth) return { ...known, isOld: true };
      try {
        const { media_id: mediaId } = await client.uploadMedia(bytes, { type, filename: file.name });
        kept.set(key, { type, mediaId, at: timer.now() });
        const [oldest] = kept.keys();
        if (kept.size > most && oldest !== undefined) kept.delete(oldest);
        return { type, mediaId, isOld: false };
      } catch (error) {
        throw uploadErrorOf(error);
      }
    },
    forget({ mediaId }) {
      for (const [key, one] of kept) if (one.mediaId === mediaId) kept.delete(key);
    },
  };
}
