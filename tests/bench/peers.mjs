// The peers that are JavaScript packages: `node tests/bench/peers.mjs NAME`, answering as answering.py does.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const STATUS = "/proc/self/status";
const load = createRequire(resolve(".cache/bench/package.json"));

const PEERS = {
  jsdiff: () => {
    const { diffWords } = load("diff");
    const name = (part) => (part.added ? "insert" : part.removed ? "delete" : "equal");
    return [diffWords, (made) => ({ ops: made.map((part) => [name(part), part.value]) })];
  },
  htmldiff: () => {
    const { execute } = load("htmldiff-js").default;
    return [execute, (made) => ({ html: made })];
  },
};

const peak = () => (existsSync(STATUS) ? Number(/VmHWM:\s*(\d+)/.exec(readFileSync(STATUS, "ascii"))[1]) : null);

const [diff, spell] = PEERS[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  const [old, young] = JSON.parse(line);
  const start = process.cpuUsage();
  const made = diff(old, young);
  const { user, system } = process.cpuUsage(start);
  process.stdout.write(`${JSON.stringify({ cpu: (user + system) / 1e6, peak: peak(), ...spell(made) })}\n`);
}
