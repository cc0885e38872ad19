// Checks credentials by the reference libraries of Digital Bazaar, asked line by line.
// First line: contexts, keys, lists, papers, the moment. Each further line: whose papers to check, whether in
// full, and for how long.
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { createVerifyCryptosuite as ecdsaJcs } from "@digitalbazaar/ecdsa-jcs-2019-cryptosuite";
import { cryptosuite as ecdsaRdfc } from "@digitalbazaar/ecdsa-rdfc-2019-cryptosuite";
import { createVerifyCryptosuite as eddsaJcs } from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { cryptosuite as eddsaRdfc } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";
import { checkStatus } from "@digitalbazaar/vc-bitstring-status-list";

const SUITES = {
  "ecdsa-jcs-2019": ecdsaJcs(),
  "ecdsa-rdfc-2019": ecdsaRdfc,
  "eddsa-jcs-2022": eddsaJcs(),
  "eddsa-rdfc-2022": eddsaRdfc,
};
const WARM = 3000; // milliseconds of its own until the engine has compiled what is hot
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (told) => process.stdout.write(`${JSON.stringify(told)}\n`);
const { carried, papers, now } = await next();

for (const [name, { suite, genuine, tampered }] of Object.entries(papers)) {
  for (const full of [false, true]) {
    for (const text of genuine) if (!(await check(suite, text, full))) throw new Error(`${name} is not verified`);
    for (const text of tampered) if (await check(suite, text, full)) throw new Error(`tampered, ${name} is verified`);
    await measured(papers[name], full, WARM);
  }
}
say({});
for (let asked = await next(); asked; asked = await next())
  say(await measured(papers[asked.name], asked.full, asked.milliseconds));

async function next() {
  const { value } = await lines.next();
  return value && JSON.parse(value);
}

// From its text to its proof; in full also what the list at hand says became of it.
async function check(name, text, full) {
  const suite = new DataIntegrityProof({ cryptosuite: SUITES[name] });
  const credential = JSON.parse(text);
  return (await verifyCredential({ credential, suite, documentLoader, checkStatus: full ? inList : goodWord, now }))
    .verified;
}

async function goodWord() {
  return { verified: true };
}

// The list is believed as it is: to check its own signature each time would cost as much again.
async function inList({ credential }) {
  const told = await checkStatus({ credential, documentLoader, verifyBitstringStatusListCredential: false });
  return { verified: told.verified && told.results.every(({ status }) => !status), ...told };
}

async function documentLoader(address) {
  if (!(address in carried)) throw new Error(`not carried: ${address}`);
  return { contextUrl: null, documentUrl: address, document: carried[address], tag: "static" };
}

// How many a second, by the process' own time and by that which passed.
async function measured({ suite, genuine }, full, milliseconds) {
  const began = performance.now();
  const before = process.cpuUsage();
  const spent = () => Object.values(process.cpuUsage(before)).reduce((one, other) => one + other) / 1e3;
  let done = 0;
  while (spent() < milliseconds) await check(suite, genuine[done++ % genuine.length], full);
  return { own: (done / spent()) * 1e3, passed: (done / (performance.now() - began)) * 1e3 };
}
