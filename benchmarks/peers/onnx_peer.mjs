#!/usr/bin/env node
// ONNX Runtime as a peer: answers each request, a line of JSON, with a line of JSON, until its input ends. README.md has the requests.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const WARM_UP_SECONDS = 0.3;
const SIZE = 28 * 28;

const sessions = new Map(); // by net and threads
const feeds = new Map(); // random pictures, by batch
const warm = new Set();

const answers = { load, infer };

async function load({ net, model, threads }) {
  const session = await InferenceSession.create(model, {
    executionProviders: ['cpu'],
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  });
  await sessions.get(`${net} ${threads}`)?.release();
  sessions.set(`${net} ${threads}`, session);
  [...warm].filter(key => key.startsWith(`${net} ${threads} `)).forEach(key => warm.delete(key));
  return { ok: true };
}

async function infer({ net, threads, batch, seconds }) {
  const session = sessions.get(`${net} ${threads}`);
  if (!session) {
    throw new Error(`'${net}' is not loaded for ${threads} threads`);
  }

  const key = `${net} ${threads} ${batch}`;
  if (!warm.has(key)) {
    await run(session, batch, WARM_UP_SECONDS);
    warm.add(key);
  }

  return run(session, batch, seconds);
}

async function run(session, batch, seconds) {
  const pictures = { [session.inputNames[0]]: picturesOf(batch) };
  const fetches = [session.outputNames[0]]; // the scores: nothing more crosses into JavaScript than must
  let images = 0;
  let elapsed = 0;
  const began = performance.now();
  do {
    await session.run(pictures, fetches);
    images += batch;
    elapsed = (performance.now() - began) / 1000;
  } while (elapsed < seconds);
  return { images, seconds: elapsed };
}

function picturesOf(batch) {
  if (!feeds.has(batch)) {
    feeds.set(batch, new Tensor('float32', Float32Array.from({ length: batch * SIZE }, () => 255 * Math.random()), [batch, 1, 28, 28]));
  }

  return feeds.get(batch);
}

function say(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

const { version } = createRequire(import.meta.url)('onnxruntime-node/package.json');
say({ ready: true, name: 'ONNX Runtime', version });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    const request = JSON.parse(line);
    const answer = Object.hasOwn(answers, request.do) ? answers[request.do] : undefined;
    if (!answer) {
      throw new Error(`there is no request '${request.do}'; there are ${Object.keys(answers).join(', ')}`);
    }

    say(await answer(request));
  } catch (error) { // whatever it is, the other program waits for a line
    say({ error: error.message });
  }
}
