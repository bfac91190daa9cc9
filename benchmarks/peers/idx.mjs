// Reads MNIST's files, plain or gzipped: yann.lecun.com/exdb/mnist describes them.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const IMAGES = 0x00000803; // unsigned bytes in three dimensions

/** The pictures of an IDX file: how many, their size, and their bytes. */
export function readImages(path) {
  const stored = readFileSync(path);
  const bytes = stored[0] === 0x1f && stored[1] === 0x8b ? gunzipSync(stored) : stored;
  const [magic, count, height, width] = [0, 4, 8, 12].map(at => bytes.readUInt32BE(at));
  if (magic !== IMAGES || bytes.length !== 16 + count * height * width) {
    throw new Error(`${path}: expected an IDX file of pictures, found ${bytes.length} bytes that begin with 0x${magic.toString(16)}`);
  }

  return { count, height, width, pixels: bytes.subarray(16) };
}
