// Runs an exported network in ONNX Runtime over the pictures of an IDX file, and compares its probabilities with Cifra's.
//
//   node onnx_check.mjs MODEL.onnx IMAGES-idx3-ubyte[.gz] PROBABILITIES.csv
//
// The CSV is what 'cifra predict --probabilities' writes. Exits with 1 where a probability differs by more than 1e-4.
import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { readImages } from './idx.mjs';

const ALLOWED = 1e-4;
const BATCH = 500;
const CLASSES = 10;

const [model, imageFile, expectedFile] = process.argv.slice(2);
if (!expectedFile) {
  console.error('onnx_check: give MODEL.onnx, the file of pictures, and the CSV of probabilities');
  process.exit(2);
}

const images = readImages(imageFile);
const expected = readProbabilities(expectedFile, images.count);
const session = await InferenceSession.create(model);
let largest = 0;
let otherLabels = 0;
for (let start = 0; start < images.count; start += BATCH) {
  const count = Math.min(BATCH, images.count - start);
  const size = images.height * images.width;
  const levels = Float32Array.from(images.pixels.subarray(start * size, (start + count) * size));
  const pictures = new Tensor('float32', levels, [count, 1, images.height, images.width]);
  const { probabilities } = await session.run({ pictures }, ['probabilities']);
  for (let i = 0; i < count; i++) {
    const found = probabilities.data.subarray(i * CLASSES, (i + 1) * CLASSES);
    const wanted = expected.subarray((start + i) * CLASSES, (start + i + 1) * CLASSES);
    found.forEach((p, k) => {
      largest = Math.max(largest, Math.abs(p - wanted[k])); // NaN stays NaN, and fails
    });
    otherLabels += likeliest(found) === likeliest(wanted) ? 0 : 1;
  }
}

console.log(`largest difference over ${images.count.toLocaleString('en')} pictures: ${largest.toExponential(2)}; ${otherLabels} read otherwise`);
process.exitCode = largest <= ALLOWED ? 0 : 1;

function readProbabilities(path, count) {
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (!header.startsWith('ImageId,Label,P0,') || lines.length !== count) {
    throw new Error(`${path}: expected ImageId,Label,P0,… and ${count} lines, found "${header}" and ${lines.length} lines`);
  }

  return Float32Array.from(lines.flatMap(line => line.split(',').slice(2).map(Number)));
}

function likeliest(row) {
  return row.indexOf(Math.max(...row));
}
