/** The type by the first bytes; undefined for anything WeCom does not show as a picture. */
export function pictureType(bytes: Uint8Array): 'jpg' | 'png' | undefined {
  const begins = (...signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (begins(0xff, 0xd8, 0xff)) return 'jpg';
  return begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) ? 'png' : undefined;
}
